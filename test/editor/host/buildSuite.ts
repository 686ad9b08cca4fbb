/** Bundles the suite for the extension host, which runs no TypeScript: test/editor/vscode/ -> out/vscode/. */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ROOT, SUITE_OUT } from './paths';

const SOURCES = join(ROOT, 'test/editor/vscode');

/** Writes one bundle per test file, so that mocha reports by file, and removes those of deleted test files. */
export async function buildSuite(): Promise<void> {
	rmSync(SUITE_OUT, { recursive: true, force: true });
	const names = readdirSync(SOURCES).filter((name) => name === 'index.ts' || name.endsWith('.test.ts'));
	await build({
		entryPoints: names.map((name) => join(SOURCES, name)),
		outdir: SUITE_OUT,
		bundle: true,
		platform: 'node',
		format: 'cjs',
		target: 'es2022',
		logLevel: 'warning',
		// mocha loads its reporters and interfaces as files of its own folder.
		external: ['vscode', 'mocha'],
	});
}
