import { writeAll } from '../../writing/stagedFile';
import { stageFileWith } from '../../writing/stageFile';
import type { FileToFix } from './fileToFix';
import { encodedAs } from './textFile';

/**
 * Writes the fixed texts of files, all of them or none. Throws `CannotCheck` where one of them is not what was read any
 * more.
 *
 * @returns why they were not written, in sentences for people; undefined if they were.
 */
export async function writeFixed(files: readonly FileToFix[]): Promise<string | undefined> {
	const stage = stageFileWith();
	const toWrite = files.map(({ source, checker }) => ({
		name: source.path,
		source,
		stage: () => stage(source.path, encodedAs(checker.document.getText(), source), true),
	}));
	// All are ready under other names: from here to the last rename is no work but these questions.
	const { problem } = await writeAll(toWrite, async ({ source }) => source.assertUnchanged());
	return problem;
}
