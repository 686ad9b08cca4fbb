import { existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { CannotCheck, withReason } from '../../disk/cannotCheck';
import { tableByFileName } from '../../spec';
import { writeAll } from '../../writing/stagedFile';
import { stageFileWith } from '../../writing/stageFile';
import { isSameFile } from '../newFiles';
import { inPieces } from '../print';
import { isOwnSettingsFile } from './settingsLayers';

/**
 * Throws `CannotCheck` if a file must not be written: before a long check, not after it.
 *
 * @param read files that the check reads.
 */
export function assertWritable(path: string, mayReplace: boolean, read: readonly string[]): void {
	const input = read.find((file) => isSameFile(file, path));
	if (input !== undefined) throw new CannotCheck(`--output-file ${path}: this is a file of the check itself`);
	if (tableByFileName(path)) {
		throw new CannotCheck(
			`--output-file ${path}: a file with this name would be checked. Choose another name`,
		);
	}
	if (isOwnSettingsFile(path)) {
		throw new CannotCheck(`--output-file ${path}: a file with this name holds settings. Choose another name`);
	}
	if (existsSync(path)) {
		const stats = withReason(path, () => statSync(path));
		if (stats.isDirectory()) throw new CannotCheck(`${path}: this is a folder, not a file`);
		if (!stats.isFile())
			throw new CannotCheck(`${path}: this is a pipe or a device. Print there with > instead`);
		if (!mayReplace) throw new CannotCheck(`${path} already exists. Add --force to replace it`);
	}
	const folder = dirname(path);
	if (!existsSync(folder))
		throw new CannotCheck(`${path}: the folder ${folder} does not exist. Create it first`);
}

/** Writes chunks to a file, whole or not at all. Throws `CannotCheck`. */
export async function writeOutput(
	path: string,
	chunks: Iterable<string>,
	mayReplace: boolean,
): Promise<void> {
	const stage = stageFileWith();
	const bytes = Buffer.concat(Array.from(inPieces(chunks), (piece) => Buffer.from(piece)));
	const { problem } = await writeAll(
		[{ name: basename(path), stage: () => stage(path, bytes, mayReplace) }],
		async () => {},
	);
	if (problem !== undefined) throw new CannotCheck(problem.replace(/\.$/, ''));
}
