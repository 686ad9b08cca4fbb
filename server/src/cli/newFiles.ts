import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { CannotCheck } from '../disk/cannotCheck';
import { writeAll } from '../writing/stagedFile';
import { stageFileWith } from '../writing/stageFile';
import { faultReason } from '../writing/writeFault';

/** A file to write to a folder. */
export interface FileContent {
	readonly fileName: string;
	readonly text: string;
}

/** What became of files that were to be written. */
export interface WrittenFiles {
	/** The paths of those that were. */
	readonly paths: readonly string[];
	/** Why others were not, in sentences for people; undefined if all were. */
	readonly problem: string | undefined;
}

/** Throws `CannotCheck` if a folder has one of the files. A link that leads nowhere is none. */
export function assertNoneExists(folder: string, fileNames: readonly string[]): void {
	const path = fileNames.map((fileName) => join(folder, fileName)).find(existsSync);
	if (path !== undefined) throw new CannotCheck(`${path} already exists. Add --force to replace it`);
}

/** Whether two paths lead to one file, also by a link. A path that leads nowhere is none. */
export function isSameFile(path: string, other: string): boolean {
	if (!existsSync(path) || !existsSync(other)) return false;
	const [one, two] = [statSync(path, { bigint: true }), statSync(other, { bigint: true })];
	return one.dev === two.dev && one.ino === two.ino;
}

/**
 * Writes files to a folder, which is made if it does not exist: all of them or none, and each of them whole.
 *
 * @param mayReplace whether a file that exists may be replaced.
 */
export async function writeNewFiles(
	folder: string,
	files: readonly FileContent[],
	mayReplace: boolean,
): Promise<WrittenFiles> {
	try {
		mkdirSync(folder, { recursive: true });
	} catch (error) {
		return { paths: [], problem: `${folder} could not be created: ${folderFault(error)}.` };
	}
	const stage = stageFileWith();
	const toWrite = files.map(({ fileName, text }) => {
		const path = join(folder, fileName);
		return { name: path, stage: () => stage(path, new TextEncoder().encode(text), mayReplace) };
	});
	const { count, problem } = await writeAll(toWrite, async () => {});
	return { paths: toWrite.slice(0, count).map(({ name }) => name), problem };
}

function folderFault(error: unknown): string {
	const { code } = error as NodeJS.ErrnoException;
	return code === 'EEXIST' || code === 'ENOTDIR' ? 'a file has this name' : faultReason(error);
}
