import type { OffsetEdit } from '../csv/edits/edit';
import { rowText } from '../csv/quote';
import { headerProblem, unclosedProblem } from './headerProblems';
import { appendedRows, lineBreakOf } from './newRows';
import { ReadableRows } from './readableRows';
import type { Refusal } from './results';
import { eachRow, type Steps, type TableFile } from './rowReader';

export interface AddedRows {
	/** Of the extension file. */
	readonly edits: readonly OffsetEdit[];
	readonly added: number;
	/** Rows of the roster that could not be read, so that their students may still be missing. */
	readonly unreadable: number;
}

/** Appends a row with empty fields for each student of the roster that the extension file lacks, in the roster's order. */
export function* addMissing(roster: TableFile, extension: TableFile): Steps<AddedRows | Refusal> {
	const problem = headerProblem(roster) ?? headerProblem(extension);
	if (problem) return { problem };
	const known = new Set<string>();
	const read = new ReadableRows();
	yield* eachRow(
		extension,
		(row) => {
			read.isWhole(row);
			// A student whose row is broken is not missing.
			for (const id of row.possibleIds) known.add(id);
		},
		[0, 0.5],
	);
	if (read.unclosed !== undefined) return unclosedProblem(extension, read.unclosed);

	const { columns, keyIndex } = extension.layout;
	const rows: string[] = [];
	const sieve = new ReadableRows();
	yield* eachRow(
		roster,
		(row) => {
			if (!sieve.namesStudent(row) || known.has(row.id)) return;
			known.add(row.id);
			rows.push(rowText(columns.map(({ index }) => (index === keyIndex ? row.id : ''))));
		},
		[0.5, 1],
	);
	const { document } = extension;
	const lineBreak = lineBreakOf(document) ?? lineBreakOf(roster.document) ?? '\n';
	const text = appendedRows(document, rows, lineBreak);
	const end = document.length;
	return {
		edits: text === '' ? [] : [{ start: end, end, text }],
		added: rows.length,
		unreadable: sieve.unreadable,
	};
}
