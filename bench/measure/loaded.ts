/** Required before a server: when the process exits, writes the paths of the loaded scripts to a file. */
import { writeFileSync } from 'node:fs';

process.once('exit', () => {
	const loaded = Object.keys(require.cache).filter((path) => path !== __filename);
	writeFileSync(process.env.BENCH_LOADED as string, JSON.stringify(loaded));
});
