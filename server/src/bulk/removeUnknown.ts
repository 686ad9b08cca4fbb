import type { OffsetEdit } from '../csv/edits/edit';
import { type ProgressRange, type Steps, stepsIn } from '../work/steps';
import { Deletions } from './editList';
import { headerProblem, unclosedProblem } from './headerProblems';
import { idProblems } from './idProblems';
import { ReadableRows } from './readableRows';
import type { Refusal, UnknownRow, UnknownRows } from './results';
import { eachRow, type TableFile } from './rowReader';
import { similarStudents } from './similarIds';
import { nameReader, shownValues } from './unknownRowDetails';

const PROGRESS = {
	readRoster: [0, 0.4],
	readExtension: [0.4, 0.8],
	explain: [0.8, 1],
} as const satisfies Record<string, ProgressRange>;

const HIDDEN = 'The ID has spaces or characters that cannot be seen. Correct it first.';

/** How many rows have their values with them: as many as a person may look through. */
const MAX_ROWS_WITH_VALUES = 1000;

/**
 * Lists the rows of the extension file whose student no row of the roster names, each with the reason. A row is safe to
 * remove only if the ID is as its source wrote it, resembles no student's, and every ID of the roster can be read.
 */
export function* unknownRows(roster: TableFile, extension: TableFile): Steps<UnknownRows | Refusal> {
	const problem = headerProblem(roster) ?? headerProblem(extension);
	if (problem) return { problem };
	const studentIds = new Set<string>();
	const rosterRows = new ReadableRows();
	const rosterIdProblem = idProblems(roster);
	let hidden = 0;
	const readRoster = eachRow(roster, (row) => {
		const { id } = row;
		const isHidden = (): boolean => id === '' || rosterIdProblem(id) !== undefined || row.hasSwallowedRows;
		if (rosterRows.check(row) && isHidden()) hidden++;
		// A student whose row cannot be read is still in the roster.
		for (const possible of row.possibleIds) studentIds.add(possible);
	});
	yield* stepsIn(PROGRESS.readRoster, readRoster);
	if (rosterRows.unclosed !== undefined) return unclosedProblem(roster, rosterRows.unclosed);
	const { fileName } = roster.layout.table;
	if (studentIds.size === 0) {
		return { problem: `${fileName} has no student IDs, so every student would be unknown.` };
	}

	const unknown: (Omit<UnknownRow, 'reason' | 'isSafe'> & { readonly problem: string | undefined })[] = [];
	const extensionRows = new ReadableRows();
	const idProblem = idProblems(extension);
	const nameIn = nameReader(extension.layout, roster.layout.table);
	const readExtension = eachRow(extension, (row) => {
		if (!extensionRows.checkForStudent(row)) return;
		const { id } = row;
		if (studentIds.has(id)) return;
		const written = row.at(extension.layout.keyIndex);
		unknown.push({
			row: row.record + 1,
			id,
			name: nameIn(row),
			values:
				unknown.length < MAX_ROWS_WITH_VALUES ? shownValues(row, extension.layout, roster.layout.table) : [],
			problem: idProblem(written) ?? (written === id ? undefined : HIDDEN),
		});
	});
	yield* stepsIn(PROGRESS.readExtension, readExtension);
	if (extensionRows.unclosed !== undefined) return unclosedProblem(extension, extensionRows.unclosed);
	const explain = similarStudents(new Set(unknown.map(({ id }) => id)), roster);
	const similar = yield* stepsIn(PROGRESS.explain, explain);
	const rosterUnreadable = rosterRows.unreadable + hidden;
	const rows = unknown.map(({ problem: idIsWrong, ...row }): UnknownRow => {
		const student = similar.get(row.id);
		const reason = student?.reason ?? idIsWrong;
		return {
			...row,
			name: row.name || (student?.name ?? ''),
			reason: reason ?? `No student in ${fileName} has this ID.`,
			isSafe: reason === undefined && rosterUnreadable === 0,
		};
	});
	return { rows, unreadable: extensionRows.unreadable, rosterUnreadable };
}

/**
 * Deletes rows of a file.
 *
 * @param rows 1-based, as a spreadsheet counts; the header is row 1.
 */
export function* removeRows(file: TableFile, rows: readonly number[]): Steps<readonly OffsetEdit[]> {
	const removed = new Set(rows);
	const deletions = new Deletions(file.document);
	yield* eachRow(file, (row) => {
		if (removed.has(row.record + 1)) deletions.remove(row);
	});
	return deletions.end();
}
