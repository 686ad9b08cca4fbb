// The seven bundles of dist/, or of `--outdir`. `--watch` rebuilds on a change; no source map is ever shipped (.vscodeignore).
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { context } from 'esbuild';

// Tests build into a separate folder, so that they run the current sources and not an old build in dist/.
const options = { watch: { type: 'boolean', default: false }, outdir: { type: 'string', default: 'dist' } };
const { watch, outdir } = parseArgs({ options }).values;

/** @type {import('esbuild').BuildOptions} */
const shared = {
	absWorkingDir: import.meta.dirname,
	bundle: true,
	format: 'cjs',
	target: 'es2022',
	minify: !watch,
	sourcemap: watch,
	legalComments: 'none',
	// A watch says when it begins and ends a build, which the editor's problem matcher waits for.
	logLevel: watch ? 'info' : 'warning',
};
/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', mainFields: ['module', 'main'] };
/** @type {import('esbuild').BuildOptions} */
const browser = {
	...shared,
	platform: 'browser',
	mainFields: ['browser', 'module', 'main'],
	// csv-parse's Node entry bundles for a worker without a warning, but fails there with "Buffer is not defined".
	alias: { 'csv-parse': 'csv-parse/browser/esm' },
};

const bundles = [
	{
		...node,
		entryPoints: ['client/src/node/main.ts'],
		outfile: join(outdir, 'client.js'),
		external: ['vscode'],
	},
	{
		...browser,
		entryPoints: ['client/src/browser/main.ts'],
		outfile: join(outdir, 'client.web.js'),
		external: ['vscode'],
	},
	{
		...browser,
		entryPoints: ['client/src/report/page/main.ts'],
		outfile: join(outdir, 'report.js'),
		format: 'iife',
		// Its style sheet goes into the file that is saved, too.
		loader: { '.css': 'text' },
	},
	{
		...browser,
		entryPoints: ['client/src/grid/page/main.ts'],
		outfile: join(outdir, 'table.js'),
		format: 'iife',
		loader: { '.css': 'text' },
	},
	{ ...node, entryPoints: ['server/src/node/main.ts'], outfile: join(outdir, 'server.js') },
	{
		...browser,
		entryPoints: ['server/src/browser/main.ts'],
		outfile: join(outdir, 'server.web.js'),
		format: 'iife',
	},
	{
		...node,
		entryPoints: ['server/src/cli/main.ts'],
		outfile: join(outdir, 'cli.js'),
		banner: { js: '#!/usr/bin/env node' },
	},
];

const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
if (watch) {
	await Promise.all(contexts.map((c) => c.watch()));
} else {
	await Promise.all(contexts.map((c) => c.rebuild()));
	await Promise.all(contexts.map((c) => c.dispose()));
}
