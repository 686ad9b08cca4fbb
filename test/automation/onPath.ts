import { symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { buildCli } from '../cli/support';
import { temporaryFolder } from '../editor/host/cleanup';

/** A `PATH` on which the command line is, as after `npm install --global`. */
export async function pathWithCli(): Promise<string> {
	const { path } = temporaryFolder();
	symlinkSync(await buildCli(), join(path, 'clever-demographics'));
	return [path, process.env.PATH].join(delimiter);
}
