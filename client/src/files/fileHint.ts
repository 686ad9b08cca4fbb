import { variedFileName } from '../../../server/src/fileNames';
import {
	exportColumns,
	extensionFile,
	type FileKind,
	fileKinds,
	rosterFile,
} from '../../../server/src/protocol';

/** What a CSV file of another name probably is: one of ours to check, or an export to import. */
export type FileHint = { readonly kind: FileKind } | 'export';

/** Columns that a header must have in common with an export. One with fewer is any table on people. */
const MIN_COLUMNS = 4;
/** Words that only a school's columns have. */
const schoolWords = /student|stu[ _.]|pupil|school|grade|homeroom|lunch|frl|iep|504/i;
/** How much of the first line is read, in UTF-16 units. */
const MAX_HEADER = 10_000;

/** What a file that is none of ours probably is, by its name and its first line; undefined for most files. */
export function fileHint(name: string, firstLine: string): FileHint | undefined {
	if (fileKinds.some(({ fileName }) => fileName === name.toLowerCase())) return undefined;
	const headers = headersOf(firstLine.slice(0, MAX_HEADER));
	const byName = kindByName(name);
	return kindByHeader(headers) ?? (isExport(headers) ? 'export' : byName && { kind: byName });
}

/** The kind that a name varies, as `variedFileName` says. */
export function kindByName(name: string): FileKind | undefined {
	const meant = variedFileName(
		name,
		fileKinds.map(({ fileName }) => fileName),
	);
	return fileKinds.find(({ fileName }) => fileName === meant);
}

/** The kind whose columns a header has, letter by letter as Clever writes them. */
function kindByHeader(headers: readonly string[]): { readonly kind: FileKind } | undefined {
	const names = new Set(headers);
	if (names.has('sis_id') && headers.some((header) => header.startsWith('ext.')))
		return { kind: extensionFile };
	const own = exportColumns.filter(({ column }) => names.has(column));
	const isRoster = names.has(exportColumns[0]?.column ?? '') && own.length >= MIN_COLUMNS;
	return isRoster ? { kind: rosterFile } : undefined;
}

/** Whether a header has an ID, a category and more columns that exports of student information systems have. */
function isExport(headers: readonly string[]): boolean {
	const keys = new Set(headers.map((header) => header.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')));
	const known = exportColumns.filter(({ headers: names }) => names.some((name) => keys.has(name)));
	const has = (kind: string): boolean => known.some((column) => column.kind === kind);
	// Lists of employees and customers have names, IDs, gender and race too.
	const isOfSchool = headers.some((header) => schoolWords.test(header));
	return known.length >= MIN_COLUMNS && has('id') && has('category') && isOfSchool;
}

/** The fields of a first line, whatever separates them. A header with a separator in quotes is cut, which does no harm. */
function headersOf(line: string): string[] {
	const separators = [',', ';', '\t', '|'];
	const fields =
		separators.map((separator) => line.split(separator)).sort((a, b) => b.length - a.length)[0] ?? [];
	return fields.map((field) => field.replace(/^\ufeff?\s*"?|"?\s*$/g, ''));
}
