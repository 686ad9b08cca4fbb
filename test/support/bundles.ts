import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { Metafile } from '../../.ci/release/bundled';
import { temporaryFolder } from '../editor/host/cleanup';
import { ROOT } from '../editor/host/paths';
import { run } from '../editor/host/process';

export type Bundle =
	| 'cli.js'
	| 'client.js'
	| 'client.web.js'
	| 'compare.js'
	| 'import.js'
	| 'report.js'
	| 'server.js'
	| 'server.web.js'
	| 'table.js';

/** The environment variable that holds which sources the bundles are built from, and where they are. */
const VARIABLE = 'TEST_BUNDLES';

/** Next to the bundles. */
const METAFILE = 'meta.json';

let folder: Promise<string> | undefined;

/**
 * The path of a bundle as it ships, made by the project's own build. The set-up of a whole run has built them; the run
 * of a single file builds them when it first needs one.
 */
export async function bundle(name: Bundle): Promise<string> {
	folder ??= Promise.resolve(builtBefore() ?? buildInto(temporaryFolder().path));
	return join(await folder, name);
}

/** Builds the bundles for this process and all that it starts. Returns a function that removes them. */
export async function buildForAll(): Promise<() => void> {
	const { path, remove } = temporaryFolder();
	await buildInto(path);
	process.env[VARIABLE] = [ROOT, path].join(delimiter);
	return remove;
}

/** The folder that `buildForAll` has built into. A copy of the sources does not take the bundles of the original. */
function builtBefore(): string | undefined {
	const [root, path] = process.env[VARIABLE]?.split(delimiter) ?? [];
	return root === ROOT ? path : undefined;
}

/** What is in each bundle, as esbuild says. */
export async function bundleMetafile(): Promise<Metafile> {
	return JSON.parse(readFileSync(join(dirname(await bundle('cli.js')), METAFILE), 'utf8')) as Metafile;
}

/** Builds all bundles into a folder, and returns its path. */
async function buildInto(path: string): Promise<string> {
	// One test runs the command line as another user, who can read only what everyone can read.
	chmodSync(path, 0o755);
	await run(process.execPath, [
		join(ROOT, 'esbuild.mjs'),
		'--outdir',
		path,
		'--metafile',
		join(path, METAFILE),
	]);
	return path;
}
