import type { OffsetEdit } from '../csv/edits/edit';
import { rowText } from '../csv/quote';
import { type ProgressRange, type Steps, stepsIn } from '../work/steps';
import { headerProblem, unclosedProblem } from './headerProblems';
import { appendRows, headerLineBreak } from './newRows';
import { ReadableRows } from './readableRows';
import type { Refusal } from './results';
import { eachRow, type TableFile } from './rowReader';

/** The edits that add missing students to the extension file, and how many there are. */
export interface AddedRows {
	/** Of the extension file. */
	readonly edits: readonly OffsetEdit[];
	readonly added: number;
	/** Rows of the roster that cannot be read, so their students may still be missing. */
	readonly unreadable: number;
}

const PROGRESS = { readExtension: [0, 0.5], readRoster: [0.5, 1] } as const satisfies Record<
	string,
	ProgressRange
>;

/** Appends a row of empty fields for each student of the roster that the extension file lacks, in the roster's order. */
export function* addMissing(roster: TableFile, extension: TableFile): Steps<AddedRows | Refusal> {
	const problem = headerProblem(roster) ?? headerProblem(extension);
	if (problem) return { problem };
	const studentIds = new Set<string>();
	const extensionRows = new ReadableRows();
	const readExtension = eachRow(extension, (row) => {
		extensionRows.check(row);
		// A student whose row cannot be read is not missing.
		for (const id of row.possibleIds) studentIds.add(id);
	});
	yield* stepsIn(PROGRESS.readExtension, readExtension);
	if (extensionRows.unclosed !== undefined) return unclosedProblem(extension, extensionRows.unclosed);

	const { columns, keyIndex } = extension.layout;
	const newRows: string[] = [];
	const rosterRows = new ReadableRows();
	const readRoster = eachRow(roster, (row) => {
		if (!rosterRows.checkForStudent(row) || studentIds.has(row.id)) return;
		studentIds.add(row.id);
		newRows.push(rowText(columns.map(({ index }) => (index === keyIndex ? row.id : ''))));
	});
	yield* stepsIn(PROGRESS.readRoster, readRoster);
	const lineBreak = headerLineBreak(extension.document) ?? headerLineBreak(roster.document) ?? '\n';
	const edit = appendRows(extension.document, newRows, lineBreak);
	return { edits: edit ? [edit] : [], added: newRows.length, unreadable: rosterRows.unreadable };
}
