// The five bundles of dist/. `--watch` rebuilds on a change; no source map is ever shipped (.vscodeignore).
import { context } from 'esbuild';

const watch = process.argv.includes('--watch');

/** @type {import('esbuild').BuildOptions} */
const shared = {
	absWorkingDir: import.meta.dirname,
	bundle: true,
	format: 'cjs',
	target: 'es2022',
	minify: !watch,
	sourcemap: watch,
	legalComments: 'none',
	logLevel: 'warning',
};
/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', mainFields: ['module', 'main'] };
/** @type {import('esbuild').BuildOptions} */
const browser = {
	...shared,
	platform: 'browser',
	mainFields: ['browser', 'module', 'main'],
	// csv-parse's Node entry bundles for a worker without a warning, then dies there: "Buffer is not defined".
	alias: {
		'csv-parse/sync': 'csv-parse/browser/esm/sync',
		'csv-parse': 'csv-parse/browser/esm',
		'csv-stringify': 'csv-stringify/browser/esm',
	},
};

const bundles = [
	{ ...node, entryPoints: ['client/src/node/main.ts'], outfile: 'dist/client.js', external: ['vscode'] },
	{
		...browser,
		entryPoints: ['client/src/browser/main.ts'],
		outfile: 'dist/client.web.js',
		external: ['vscode'],
	},
	{ ...node, entryPoints: ['server/src/node/main.ts'], outfile: 'dist/server.js' },
	{ ...browser, entryPoints: ['server/src/browser/main.ts'], outfile: 'dist/server.web.js', format: 'iife' },
	{
		...node,
		entryPoints: ['server/src/cli/main.ts'],
		outfile: 'dist/cli.js',
		banner: { js: '#!/usr/bin/env node' },
	},
];

const contexts = await Promise.all(bundles.map((options) => context(options)));
if (watch) {
	await Promise.all(contexts.map((c) => c.watch()));
} else {
	await Promise.all(contexts.map((c) => c.rebuild()));
	await Promise.all(contexts.map((c) => c.dispose()));
}
