import { notSaved, WriteFault } from './writeFault';

/** A text that is ready to become a file. */
export interface StagedFile {
	/** Whether it replaces a file. */
	readonly isReplacing: boolean;
	/** Makes it the file. Throws a WriteFault, and then leaves nothing behind. */
	commit(): Promise<void>;
	/** Removes what was prepared. Never throws. */
	discard(): Promise<void>;
}

/**
 * Prepares a file of this machine: all bytes are on the disk, under another name, before it returns. Throws a
 * WriteFault, and then leaves nothing behind.
 *
 * @param path in the notation of the operating system.
 * @param mayReplace false if the person has not agreed to replace a file: one that is there is then kept.
 */
export type StageFile = (path: string, bytes: Uint8Array, mayReplace: boolean) => Promise<StagedFile>;

/** A file to write, and how to prepare it. */
export interface FileToWrite {
	/** For people. */
	readonly name: string;
	readonly stage: () => Promise<StagedFile>;
}

/** What came of writing files. */
export interface Written {
	/** The first so many files are written. */
	readonly count: number;
	/** For people: which file was not saved and why, and what became of the others. Undefined if all were saved. */
	readonly problem: string | undefined;
}

/**
 * Writes all files, or none where one cannot be prepared. Only a fault in the last moment, at a later file, leaves the
 * earlier ones written.
 *
 * @param onStaged runs for each file before the first is written; if it throws, none is.
 */
export async function writeAll<F extends FileToWrite>(
	files: readonly F[],
	onStaged: (file: F, staged: StagedFile) => Promise<void>,
): Promise<Written> {
	const staged: StagedFile[] = [];
	let count = 0;
	try {
		for (const file of files) staged.push(await file.stage());
		for (const [index, file] of files.entries()) await onStaged(file, staged[index] as StagedFile);
		for (const each of staged) {
			await each.commit();
			count++;
		}
		return { count, problem: undefined };
	} catch (error) {
		for (const each of staged.slice(count)) await each.discard();
		if (!(error instanceof WriteFault)) throw error;
		const failed = staged.length < files.length ? staged.length : count;
		const names = files.map(({ name }) => name);
		const others = names.filter((_, index) => index >= count && index !== failed);
		const problem = notSaved(error, { failed: names[failed] ?? '', written: names.slice(0, count), others });
		return { count, problem };
	}
}
