import type { OffsetEdit } from '../csv/edits/edit';
import { type ProgressRange, type Steps, stepsIn } from '../work/steps';
import { Deletions } from './editList';
import { headerProblem, unclosedProblem } from './headerProblems';
import { ReadableRows } from './readableRows';
import type { Refusal, UnknownRow, UnknownRows } from './results';
import { eachRow, type TableFile } from './rowReader';

const PROGRESS = { readRoster: [0, 0.5], readExtension: [0.5, 1] } as const satisfies Record<
	string,
	ProgressRange
>;

/** Lists the rows of the extension file whose student no row of the roster names. */
export function* unknownRows(roster: TableFile, extension: TableFile): Steps<UnknownRows | Refusal> {
	const problem = headerProblem(roster) ?? headerProblem(extension);
	if (problem) return { problem };
	const studentIds = new Set<string>();
	const rosterRows = new ReadableRows();
	const readRoster = eachRow(roster, (row) => {
		rosterRows.check(row);
		// A student whose row cannot be read is still in the roster.
		for (const id of row.possibleIds) studentIds.add(id);
	});
	yield* stepsIn(PROGRESS.readRoster, readRoster);
	if (rosterRows.unclosed !== undefined) return unclosedProblem(roster, rosterRows.unclosed);
	if (studentIds.size === 0) {
		const { fileName } = roster.layout.table;
		return { problem: `${fileName} has no student IDs, so every student would be unknown.` };
	}

	const unknown: UnknownRow[] = [];
	const extensionRows = new ReadableRows();
	const readExtension = eachRow(extension, (row) => {
		if (!extensionRows.checkForStudent(row)) return;
		const { id } = row;
		if (!studentIds.has(id)) unknown.push({ row: row.record + 1, id });
	});
	yield* stepsIn(PROGRESS.readExtension, readExtension);
	if (extensionRows.unclosed !== undefined) return unclosedProblem(extension, extensionRows.unclosed);
	return { rows: unknown, unreadable: extensionRows.unreadable };
}

/**
 * Deletes rows of a file.
 *
 * @param rows 1-based, as a spreadsheet counts; the header is row 1.
 */
export function* removeRows(file: TableFile, rows: readonly number[]): Steps<readonly OffsetEdit[]> {
	const removed = new Set(rows);
	const deletions = new Deletions(file.document.fieldsOf(0).at(-1)?.end ?? 0);
	yield* eachRow(file, (row) => {
		if (removed.has(row.record + 1)) deletions.remove(row);
		else deletions.keep(row);
	});
	return deletions.edits;
}
