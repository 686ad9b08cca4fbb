import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../editor/host/cleanup';
import { ROOT } from '../editor/host/paths';
import { run } from '../editor/host/process';

export type Bundle = 'cli.js' | 'server.js' | 'server.web.js';

let folder: Promise<string> | undefined;

/** The path of a bundle as it ships, made by the project's own build; once a run, in a folder of its own. */
export async function bundle(name: Bundle): Promise<string> {
	folder ??= build();
	return join(await folder, name);
}

async function build(): Promise<string> {
	const { path } = temporaryFolder();
	// One test runs the command line as somebody who may read what all may read.
	chmodSync(path, 0o755);
	await run(process.execPath, [join(ROOT, 'esbuild.mjs'), '--outdir', path]);
	return path;
}
