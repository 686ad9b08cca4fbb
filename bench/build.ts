/** What is measured, built: the project's own bundles as they ship, and the scripts of measure/ in the same way. */
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { serverFlags } from '../client/src/node/serverFlags';
import { ROOT } from '../test/editor/host/paths';
import { run } from '../test/editor/host/process';

export interface Built {
	/** The command that starts the server on stdio, with the options that the extension starts it with. */
	readonly server: readonly string[];
	readonly cli: string;
	/** The path of a script of measure/. */
	readonly script: (name: string) => string;
}

export async function buildAll(folder: string): Promise<Built> {
	const dist = join(folder, 'dist');
	const scripts = join(folder, 'measure');
	mkdirSync(dist);
	await run(process.execPath, [join(ROOT, 'esbuild.mjs'), '--outdir', dist]);
	// Beside dist/, as in a checkout: the address of a rule's page is part of each diagnostic, and VS Code reads the
	// manifest.
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
