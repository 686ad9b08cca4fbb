/** To be required before a server: writes down, when it ends, the scripts it has loaded. */
import { writeFileSync } from 'node:fs';

process.once('exit', () => {
	const loaded = Object.keys(require.cache).filter((path) => path !== __filename);
	writeFileSync(process.env.BENCH_LOADED as string, JSON.stringify(loaded));
});
