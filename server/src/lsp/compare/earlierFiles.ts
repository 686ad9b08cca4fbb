import { CsvDocument } from '../../csv/document';
import { isPrimaryKey, studentTables, type Table, tableOfHeader } from '../../spec';
import { shown } from '../../wording';
import type { FileAccess } from '../fileAccess';
import { fileNameOf } from '../uris';

/** A file of one side, and which of the two it is. */
export interface SideFile {
	readonly table: Table;
	readonly document: CsvDocument;
	/** When it was last written, in milliseconds since 1970; undefined where nobody knows. */
	readonly modified?: number | undefined;
}

/** The files of the last upload; or why there is nothing to compare with, and what to do, for people. */
export type EarlierFiles = readonly SideFile[] | { readonly problem: string };

/** Reads the files that a person chose. Which of the two files one is, its header says and not its name. */
export async function readEarlierFiles(access: FileAccess, uris: readonly string[]): Promise<EarlierFiles> {
	const files: SideFile[] = [];
	for (const uri of uris) {
		const name = shown(fileNameOf(uri) ?? 'The file');
		const read = await access.read(uri);
		if (!read) return { problem: `${name} is not there any more. Choose another file.` };
		if ('problem' in read) return { problem: `${name} ${problems[read.problem]}` };
		const text = read.text.startsWith('\ufeff') ? read.text.slice(1) : read.text;
		const document = new CsvDocument(uri, 'csv', 0, text);
		const header = document.fieldsOf(0).map(({ value }) => value);
		const table = tableOfHeader(header);
		if (!table.role || !header.some((column) => isPrimaryKey(table, column))) {
			return {
				problem: `${name} has no column ${keys}, so its students are not known. Choose a file that was uploaded to Clever.`,
			};
		}
		const twin = files.find((other) => other.table === table);
		if (twin) {
			return {
				problem: `${shown(fileNameOf(twin.document.uri) ?? '')} and ${name} are both ${table.fileName}. Choose one of them.`,
			};
		}
		files.push({ table, document, modified: read.modified });
	}
	return files.length > 0 ? files : { problem: 'There is no file to compare with. Choose one.' };
}

const keys = studentTables.map(({ primaryKey }) => primaryKey).join(' or ');

const problems = {
	'too large': 'is larger than 50 MB. Compare it on the command line: clever-demographics compare.',
	unreadable: 'cannot be read. Save it as CSV UTF-8, or choose another file.',
} as const;
