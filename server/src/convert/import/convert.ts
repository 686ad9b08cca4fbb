/** Makes the two files from an export, by a mapping. */

import { isUnseen } from '../../characters';
import { firstLineBreak } from '../../csv/lineBreaks';
import { hasLostLetters } from '../../csv/probes';
import { students, studentsExt, type Table } from '../../spec';
import type { ConversionCallbacks } from '../csvStream';
import { csvText } from '../csvText';
import { decode } from './decode';
import { filesOfMapping, keyColumn, type Mapping } from './mapping';
import { readExport } from './readExport';
import { type ImportConflict, StudentRows } from './studentRows';
import { missingColumns, type Target, targetsOf, valuesOf } from './targets';
import type { Translated } from './translation';

/** A file to write. */
export interface MadeFile {
	/** The exact name that Clever expects. */
	readonly fileName: string;
	readonly text: string;
	/** Rows below the header. */
	readonly rows: number;
}

/** What an import did. Rows are 1-based, as a spreadsheet counts. */
export interface ImportReport {
	/** Rows of the export that have a value; the header does not count. */
	readonly rows: number;
	/** The column of the export that holds the student ID. */
	readonly key: string;
	/** Distinct values that became a code, or that were not recognized and left unchanged. */
	readonly translated: readonly Translated[];
	/** The first conflicts. */
	readonly conflicts: readonly ImportConflict[];
	/** All conflicts. */
	readonly conflictCount: number;
	/** Rows without a student ID, which are left out of students_ext.csv. */
	readonly rowsWithoutId: readonly number[];
	/** Rows with more values than columns: the last ones are lost. Often a value with a comma is not quoted. */
	readonly longRows: readonly number[];
	/** Rows with fewer values than columns: the last fields are empty. */
	readonly shortRows: readonly number[];
	/** Rows with a letter that could not be read and is U+FFFD in the new files. */
	readonly rowsWithLostLetters: readonly number[];
	/** Columns of the export that no new file has. */
	readonly notTaken: readonly string[];
}

/** The files and the report on them, or what is wrong, each in sentences for people. */
export type ConvertAnswer =
	| { readonly files: readonly MadeFile[]; readonly report: ImportReport }
	| { readonly problems: readonly string[] };

/**
 * Makes the files that a mapping asks for. students.csv has the rows of the export in their order; students_ext.csv has
 * one row per student, with the student's first value of each column. The report lists what could not be converted.
 * `roster` as in `codesOf`.
 */
export async function convert(
	bytes: Uint8Array,
	mapping: Mapping,
	roster: Table,
	callbacks: ConversionCallbacks,
): Promise<ConvertAnswer> {
	const decoded = decode(bytes, mapping.encoding);
	if ('problem' in decoded) return { problems: [decoded.problem] };
	if (filesOfMapping(mapping).length === 0) {
		return { problems: [`The mapping names only ${keyColumn}. Add another column to import.`] };
	}
	const { text } = decoded;
	const format = { delimiter: mapping.delimiter, header: mapping.header ?? true };
	let files: FilesInProgress | undefined;
	for await (const part of readExport(text, format, callbacks)) {
		if (part.kind === 'problem') return { problems: [part.problem] };
		if (part.kind === 'row') {
			files?.add(part.record, part.row);
			continue;
		}
		const problems = missingColumns(mapping, part.head.names);
		if (problems.length > 0) return { problems };
		files = new FilesInProgress(mapping, part.head.names, roster);
	}
	if (!files) return { problems: ['The file is empty.'] };
	return { files: await files.written(firstLineBreak(text) ?? '\n'), report: files.report() };
}

/** Collects the rows of the new files. */
class FilesInProgress {
	readonly #fileNames: readonly string[];
	readonly #roster: readonly Target[];
	readonly #extension: readonly Target[];
	readonly #rosterRows: (readonly string[])[] = [];
	readonly #studentRows: StudentRows;
	readonly #longRows: number[] = [];
	readonly #shortRows: number[] = [];
	readonly #rowsWithLostLetters: number[] = [];
	#rows = 0;

	constructor(
		private readonly mapping: Mapping,
		private readonly names: readonly string[],
		roster: Table,
	) {
		this.#fileNames = filesOfMapping(mapping);
		const targets = (fileName: string): readonly Target[] =>
			this.#fileNames.includes(fileName) ? targetsOf(fileName, mapping, names, roster) : [];
		this.#roster = targets(students.fileName);
		this.#extension = targets(studentsExt.fileName);
		this.#studentRows = new StudentRows(this.#extension);
	}

	add(record: readonly string[], row: number): void {
		this.#rows++;
		// An empty field after the last column is not a lost value.
		if (record.slice(this.names.length).some((value) => !isUnseen(value))) this.#longRows.push(row);
		if (record.length < this.names.length) this.#shortRows.push(row);
		if (record.some(hasLostLetters)) this.#rowsWithLostLetters.push(row);
		if (this.#roster.length > 0) this.#rosterRows.push(valuesOf(this.#roster, record));
		if (this.#extension.length > 0) this.#studentRows.add(record, row);
	}

	written(lineBreak: string): Promise<MadeFile[]> {
		const make = async (
			fileName: string,
			targets: readonly Target[],
			rows: readonly (readonly string[])[],
		): Promise<MadeFile> => {
			const header = targets.map(({ column }) => column);
			return { fileName, text: await csvText([header, ...rows], lineBreak), rows: rows.length };
		};
		return Promise.all([
			...(this.#roster.length > 0 ? [make(students.fileName, this.#roster, this.#rosterRows)] : []),
			...(this.#extension.length > 0
				? [make(studentsExt.fileName, this.#extension, this.#studentRows.rows())]
				: []),
		]);
	}

	report(): ImportReport {
		const targets = [...this.#roster, ...this.#extension];
		return {
			rows: this.#rows,
			key: this.mapping.columns[keyColumn] ?? '',
			translated: targets.flatMap(({ translation }) => translation.results()),
			conflicts: this.#studentRows.conflicts,
			conflictCount: this.#studentRows.conflictCount,
			rowsWithoutId: this.#studentRows.rowsWithoutId,
			longRows: this.#longRows,
			shortRows: this.#shortRows,
			rowsWithLostLetters: this.#rowsWithLostLetters,
			notTaken: this.names.filter((_, index) => !targets.some((target) => target.index === index)),
		};
	}
}
