/** Builds what is measured: the bundles exactly as they ship, and the scripts of measure/ with the same options. */
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { serverFlags } from '../client/src/node/serverFlags';
import { ROOT } from '../test/editor/host/paths';
import { run } from '../test/editor/host/process';

export interface Built {
	/** The command that starts the server on stdio, with the Node options that the extension uses. */
	readonly server: readonly string[];
	readonly cli: string;
	/** Returns the path of a script of measure/, by its name without extension. */
	readonly script: (name: string) => string;
}

export async function buildAll(folder: string): Promise<Built> {
	const dist = join(folder, 'dist');
	const scripts = join(folder, 'measure');
	mkdirSync(dist);
	await run(process.execPath, [join(ROOT, 'esbuild.mjs'), '--outdir', dist]);
	// Next to dist/, as in a checkout: each diagnostic contains the URI of its rule's page, and VS Code reads the manifest.
	for (const name of ['docs', 'package.json', 'language-configuration.json', 'syntaxes'])
		symlinkSync(join(ROOT, name), join(folder, name));
	const sources = join(__dirname, 'measure');
	await build({
		absWorkingDir: ROOT,
		entryPoints: readdirSync(sources).map((name) => join(sources, name)),
		outdir: scripts,
		bundle: true,
		format: 'cjs',
		target: 'es2022',
		minify: true,
		platform: 'node',
		mainFields: ['module', 'main'],
		legalComments: 'none',
		logLevel: 'warning',
		external: ['vscode'],
	});
	return {
		server: [process.execPath, ...serverFlags, join(dist, 'server.js'), '--stdio'],
		cli: join(dist, 'cli.js'),
		script: (name) => join(scripts, `${name}.js`),
	};
}
