import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';

/** The servers as they are shipped, so that a bundle that builds and does not run fails here. */
const hosts = {
	node: { platform: 'node', format: 'cjs', mainFields: ['module', 'main'] },
	browser: {
		platform: 'browser',
		format: 'iife',
		mainFields: ['browser', 'module', 'main'],
		alias: {
			'csv-parse/sync': 'csv-parse/browser/esm/sync',
			'csv-parse': 'csv-parse/browser/esm',
			'csv-stringify': 'csv-stringify/browser/esm',
		},
	},
} as const satisfies Record<string, BuildOptions>;

const made = new Map<keyof typeof hosts, Promise<string>>();
let folder: string | undefined;

/** The path of a server's bundle; made once a run, from the sources, in a folder of its own. */
export function serverBundle(host: keyof typeof hosts): Promise<string> {
	let path = made.get(host);
	if (!path) {
		path = make(host);
		made.set(host, path);
	}
	return path;
}

async function make(host: keyof typeof hosts): Promise<string> {
	if (folder === undefined) {
		const own = mkdtempSync(join(tmpdir(), 'clever-demographics-server-'));
		process.once('exit', () => rmSync(own, { recursive: true, force: true }));
		folder = own;
	}
	const outfile = join(folder, `${host}.js`);
	await build({
		...hosts[host],
		entryPoints: [join(__dirname, '../../server/src', host, 'main.ts')],
		outfile,
		bundle: true,
		target: 'es2022',
		minify: true,
		logLevel: 'warning',
	});
	return outfile;
}
