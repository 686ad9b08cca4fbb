import type { OffsetEdit } from '../csv/edits/edit';
import { Deletions } from './editList';
import { headerProblem, unclosedProblem } from './headerProblems';
import { ReadableRows } from './readableRows';
import type { Refusal, UnknownRow, UnknownRows } from './results';
import { eachRow, type Steps, type TableFile } from './rowReader';

/** The rows of the extension file whose student the roster does not have, in any row that names one. */
export function* unknownRows(roster: TableFile, extension: TableFile): Steps<UnknownRows | Refusal> {
	const problem = headerProblem(roster) ?? headerProblem(extension);
	if (problem) return { problem };
	const known = new Set<string>();
	const read = new ReadableRows();
	yield* eachRow(
		roster,
		(row) => {
			read.isWhole(row);
			// A student whose row is broken is still one.
			for (const id of row.possibleIds) known.add(id);
		},
		[0, 0.5],
	);
	if (read.unclosed !== undefined) return unclosedProblem(roster, read.unclosed);
	const { fileName } = roster.layout.table;
	if (known.size === 0) return { problem: `${fileName} names no student, so everybody would be unknown.` };

	const rows: UnknownRow[] = [];
	const sieve = new ReadableRows();
	yield* eachRow(
		extension,
		(row) => {
			if (!sieve.namesStudent(row)) return;
			const { id } = row;
			if (!known.has(id)) rows.push({ row: row.record + 1, id });
		},
		[0.5, 1],
	);
	if (sieve.unclosed !== undefined) return unclosedProblem(extension, sieve.unclosed);
	return { rows, unreadable: sieve.unreadable };
}

/** Deletes rows, given as a spreadsheet counts them. */
export function* removeRows(file: TableFile, rows: readonly number[]): Steps<readonly OffsetEdit[]> {
	const wanted = new Set(rows);
	const deletions = new Deletions(file.document.fieldsOf(0).at(-1)?.end ?? 0);
	yield* eachRow(file, (row) => {
		if (wanted.has(row.record + 1)) deletions.remove(row);
		else deletions.keep(row);
	});
	return deletions.edits;
}
