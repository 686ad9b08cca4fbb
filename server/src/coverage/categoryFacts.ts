import type { ColumnFacts, FileFacts } from '../check/fileFacts';
import type { Element, Table } from '../spec';

/** A file that is there and was not read. */
export interface UnreadFile {
	/** The exact name of the table's file. */
	readonly fileName: string;
	/** Why, after the file's name: "is too large". */
	readonly why: string;
}

/** Everything that decides whether the files of a folder can be uploaded. */
export interface FolderFacts {
	/** At most one of each role. */
	readonly files: readonly FileFacts[];
	/** At most one of each role that `files` does not have. */
	readonly unread: readonly UnreadFile[];
	/** Files that were checked for a table of which another file counts. */
	readonly others: readonly FileFacts[];
	/** The names of the CSV files in the folder, as far as they are known. */
	readonly names: readonly string[];
	/** The columns that the district never sends, by their exact names. */
	readonly notSent: readonly string[];
	/** What looks wrong since the last upload and nobody has reviewed; none where no comparison was made. */
	readonly changes?: readonly ChangeToReview[];
}

/** A difference from the last upload that a person must look at. */
export interface ChangeToReview {
	/** What it is and what to do, for people. */
	readonly message: string;
	/** The exact name of the column, where it is about one. */
	readonly column?: string | undefined;
	/** The exact name of the table's file, where it is about one. */
	readonly fileName?: string | undefined;
}

/** A category of the report, and how the files of a folder have it. */
export interface CategoryFacts {
	readonly element: Element;
	/** The file in which the column is expected. */
	readonly table: Table;
	/** The files that have the column: it counts in whichever file holds it. */
	readonly files: readonly FileFacts[];
	/** Whether any row has a value. */
	readonly isFilled: boolean;
	/** Whether it may be empty, as no student is one of those who need a value. */
	readonly isNotNeeded: boolean;
	/**
	 * Why it may be missing: the district says that it never sends it, there is no extension file, or the file where it
	 * is expected was not checked. Undefined if it has values, or if it should have.
	 */
	readonly absence: 'not sent' | 'no file' | 'not checked' | undefined;
}

/** The categories of the files that a folder may have, each once, in the order of the tables. */
export function categoriesOf(folder: FolderFacts, tables: readonly Table[]): readonly CategoryFacts[] {
	const elements = new Map(
		tables
			.flatMap((table) => table.elements)
			.filter(({ optionSet }) => optionSet !== undefined)
			.map((element) => [element.column, element]),
	);
	return [...elements.values()].map((element) => categoryOf(element, folder, tables));
}

function categoryOf(element: Element, folder: FolderFacts, tables: readonly Table[]): CategoryFacts {
	const { column, neededWhere } = element;
	const table = (tables.find(({ expected }) => expected.includes(column)) ??
		tables.find(({ elements }) => elements.includes(element))) as Table;
	const files = folder.files.filter((file) => columnIn(file, column) !== undefined);
	const isFilled = files.some((file) => (columnIn(file, column)?.filled ?? 0) > 0);
	const isNeeded =
		neededWhere === undefined ||
		folder.files.some((file) =>
			columnIn(file, neededWhere.column)?.codes.some(({ value }) => value === neededWhere.code),
		);
	return {
		element,
		table,
		files,
		isFilled,
		isNotNeeded: files.length > 0 && !isNeeded,
		absence: isFilled ? undefined : absenceOf(column, files.length > 0, table, folder),
	};
}

function absenceOf(
	column: string,
	hasColumn: boolean,
	table: Table,
	{ files, unread, notSent }: FolderFacts,
): CategoryFacts['absence'] {
	if (notSent.includes(column)) return 'not sent';
	if (hasColumn) return undefined;
	const file = files.find(({ fileName }) => fileName === table.fileName);
	if (file) return file.isReadable ? undefined : 'not checked';
	const isThere = unread.some(({ fileName }) => fileName === table.fileName);
	return table.role === 'extension' && !isThere ? 'no file' : 'not checked';
}

function columnIn({ columns }: FileFacts, name: string): ColumnFacts | undefined {
	return columns.find(({ column }) => column === name);
}
