import type { OffsetEdit } from '../csv/edits/edit';
import { isExtension } from '../spec';
import { type ProgressRange, type Steps, stepsIn } from '../work/steps';
import { Conflicts } from './conflicts';
import { Deletions, EditList } from './editList';
import {
	type ColumnPair,
	compareWith,
	extPairs,
	fillEmptyFields,
	isEmpty,
	readByStudent,
	type ValuesByStudent,
	valuesOfStudent,
} from './extColumns';
import { extColumnsProblem, unclosedProblem } from './headerProblems';
import type { MoveCounts, Refusal } from './results';
import { eachRow, type TableFile } from './rowReader';

/** The edits that move ext columns into the roster, and what they do. */
export interface MovedColumns extends MoveCounts {
	readonly rosterEdits: readonly OffsetEdit[];
	readonly extensionEdits: readonly OffsetEdit[];
	/** Rows of both files that cannot be read. */
	readonly unreadable: number;
}

/** The extension file is read, the roster compared with it, and then each is edited. */
const PROGRESS = {
	read: [0, 0.2],
	compare: [0.2, 0.5],
	fill: [0.5, 0.8],
	remove: [0.8, 1],
} as const satisfies Record<string, ProgressRange>;

/** Moves all ext columns of the extension file into the roster: each value into every row of its student. */
export function* moveToRoster(roster: TableFile, extension: TableFile): Steps<MovedColumns | Refusal> {
	const problem = extColumnsProblem(roster) ?? extColumnsProblem(extension);
	if (problem) return { problem };
	const pairs = extPairs(extension.layout, roster.layout);
	if (pairs.length === 0) {
		return {
			problem: `${extension.layout.table.fileName} has no ext. columns, so there is nothing to move.`,
		};
	}

	const conflicts = new Conflicts();
	const { students, rows } = yield* stepsIn(PROGRESS.read, readByStudent(extension, pairs, conflicts));
	if (rows.unclosed !== undefined) return unclosedProblem(extension, rows.unclosed);
	const compared = yield* stepsIn(PROGRESS.compare, compareWith(roster, pairs, students, conflicts));
	if (compared.rows.unclosed !== undefined) return unclosedProblem(roster, compared.rows.unclosed);

	// Where the roster has none of the students, it gets no columns either.
	const isAnyInRoster = [...students.values()].some(({ isInReceiver }) => isInReceiver);
	const rosterEdits = isAnyInRoster
		? yield* stepsIn(PROGRESS.fill, fillEmptyFields(roster, pairs, students))
		: new EditList();
	const removed = yield* stepsIn(PROGRESS.remove, removeMovedRows(extension, pairs, students));
	return {
		rosterEdits: rosterEdits.edits,
		...removed,
		unreadable: rows.unreadable + compared.rows.unreadable,
		conflicts: conflicts.count,
		listed: conflicts.listed,
	};
}

/** Deletes the rows of which everything is in the roster now. */
function* removeMovedRows(
	extension: TableFile,
	pairs: readonly ColumnPair[],
	students: ValuesByStudent,
): Steps<Pick<MovedColumns, 'extensionEdits' | 'moved' | 'kept' | 'unknown'>> {
	const otherColumns = extension.layout.columns.filter(
		({ header, index }) => index !== extension.layout.keyIndex && !isExtension(header),
	);
	const deletions = new Deletions(extension.document);
	let moved = 0;
	let kept = 0;
	let unknown = 0;
	yield* eachRow(extension, (row) => {
		const student = valuesOfStudent(row, students);
		const hasConflict = pairs.some(
			({ from }, pair) => student?.values[pair]?.kind === 'conflict' && !isEmpty(row.at(from)),
		);
		const hasOtherValue = otherColumns.some(({ index }) => !isEmpty(row.at(index)));
		if (student?.isInReceiver && !hasConflict && !hasOtherValue) {
			moved++;
			deletions.remove(row);
			return;
		}
		if (!row.isBlank) kept++;
		if (student && !student.isInReceiver) unknown++;
	});
	return { extensionEdits: deletions.end(), moved, kept, unknown };
}
