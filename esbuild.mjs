// The nine bundles of dist/, or of `--outdir`. `--watch` rebuilds on a change; no source map is ever shipped (.vscodeignore).
// `--metafile` names a file for what is in each bundle, in esbuild's own form.
import { chmod, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { context } from 'esbuild';

// Tests build into a separate folder, so that they run the current sources and not an old build in dist/.
const options = {
	watch: { type: 'boolean', default: false },
	outdir: { type: 'string', default: 'dist' },
	metafile: { type: 'string' },
};
const { watch, outdir, metafile } = parseArgs({ options }).values;

/**
 * Of the 90 locales in numfmt, half of the workbook reader, only English is shipped: a date of another locale is shown
 * with English names.
 *
 * @type {import('esbuild').Plugin}
 */
const englishOnly = {
	name: 'english-only',
	setup(build) {
		build.onLoad({ filter: /numfmt[\\/]lib[\\/]locale\.js$/ }, async ({ path }) => {
			const text = await readFile(path, 'utf8');
			const first = text.search(/^addLocale\(/m);
			const english = text.match(/^addLocale\(.*'en(?:_\w+)?'\);$/gm) ?? [];
			if (first < 0 || english.length === 0) throw new Error('numfmt keeps its locales elsewhere now');
			return { contents: [text.slice(0, first), ...english].join('\n') };
		});
	},
};

/**
 * Makes a bundle a file that a shell can run.
 *
 * @type {import('esbuild').Plugin}
 */
const executable = {
	name: 'executable',
	setup(build) {
		const { outfile } = build.initialOptions;
		build.onEnd(({ errors }) => (errors.length === 0 ? chmod(outfile, 0o755) : undefined));
	},
};

/** @type {import('esbuild').BuildOptions} */
const shared = {
	plugins: [englishOnly],
	absWorkingDir: import.meta.dirname,
	bundle: true,
	format: 'cjs',
	target: 'es2022',
	minify: !watch,
	sourcemap: watch,
	// Their texts are in THIRD-PARTY-NOTICES.txt.
	legalComments: 'none',
	metafile: metafile !== undefined,
	// A watch says when it begins and ends a build, which the editor's problem matcher waits for.
	logLevel: watch ? 'info' : 'warning',
};
/** @type {import('esbuild').BuildOptions} */
const node = { ...shared, platform: 'node', mainFields: ['module', 'main'] };
/** @type {import('esbuild').BuildOptions} */
const program = {
	...node,
	plugins: [...node.plugins, executable],
	banner: { js: '#!/usr/bin/env node' },
};
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
	{
		...browser,
		entryPoints: ['client/src/import/page/main.ts'],
		outfile: join(outdir, 'import.js'),
		format: 'iife',
		loader: { '.css': 'text' },
	},
	{
		...browser,
		entryPoints: ['client/src/compare/page/main.ts'],
		outfile: join(outdir, 'compare.js'),
		format: 'iife',
		loader: { '.css': 'text' },
	},
	{ ...program, entryPoints: ['server/src/node/main.ts'], outfile: join(outdir, 'server.js') },
	{
		...browser,
		entryPoints: ['server/src/browser/main.ts'],
		outfile: join(outdir, 'server.web.js'),
		format: 'iife',
	},
	{
		...program,
		entryPoints: ['server/src/cli/main.ts'],
		outfile: join(outdir, 'cli.js'),
		// Its module asks for the address that it is loaded from, and a bundle has none.
		alias: { tinyglobby: createRequire(import.meta.url).resolve('tinyglobby') },
	},
];

const contexts = await Promise.all(bundles.map((bundle) => context(bundle)));
if (watch) {
	await Promise.all(contexts.map((c) => c.watch()));
} else {
	const built = await Promise.all(contexts.map((c) => c.rebuild()));
	if (metafile !== undefined) {
		const outputs = Object.assign({}, ...built.map((result) => result.metafile?.outputs));
		await writeFile(metafile, JSON.stringify({ outputs }));
	}
	await Promise.all(contexts.map((c) => c.dispose()));
}
