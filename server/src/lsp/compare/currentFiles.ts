import { CsvDocument } from '../../csv/document';
import { studentTables } from '../../spec';
import { inTime } from '../../work/inTime';
import type { FileAccess } from '../fileAccess';
import type { SiblingFiles } from '../siblingFiles';
import type { SideFile } from './earlierFiles';

/** Milliseconds for a disk to say when a file was written: a note depends on it, and nothing else. */
const PATIENCE_MS = 1500;

/** The files of a folder; or why they cannot be compared, for people. */
export type CurrentFiles = readonly SideFile[] | { readonly problem: string };

/** The files of the folder of a file as they are in the editor, or on the disk where they are not open. */
export async function currentFiles(
	{ siblings, files: access }: { readonly siblings: SiblingFiles; readonly files: FileAccess },
	uri: string,
): Promise<CurrentFiles> {
	const files: SideFile[] = [];
	for (const table of studentTables) {
		const file = await siblings.fileOf(uri, table);
		if (file instanceof CsvDocument) {
			const modified = await inTime(access.modified(file.uri), PATIENCE_MS, () => undefined);
			files.push({ table, document: file, modified });
		} else if (file !== undefined) {
			const why = file === 'too large' ? 'is larger than 50 MB' : 'cannot be read';
			return { problem: `${table.fileName} ${why}, so it cannot be compared.` };
		}
	}
	return files.length > 0 ? files : { problem: 'The folder has no file that can be compared.' };
}
