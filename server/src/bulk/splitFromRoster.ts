import type { OffsetEdit } from '../csv/edits/edit';
import { rowText } from '../csv/quote';
import { studentsExt } from '../spec';
import { type ProgressRange, type Steps, stepsIn } from '../work/steps';
import { Conflicts } from './conflicts';
import { EditList } from './editList';
import {
	type ColumnPair,
	compareWith,
	extPairs,
	fillEmptyFields,
	isEmpty,
	keepValues,
	type ReadValues,
	readByStudent,
	textOf,
	type ValuesByStudent,
	valuesOfStudent,
} from './extColumns';
import { extColumnsProblem, unclosedProblem } from './headerProblems';
import { appendRows, headerLineBreak } from './newRows';
import type { Refusal, SplitCounts } from './results';
import { eachRow, type TableFile } from './rowReader';

/** New rows per step. */
const STEP = 64;

/** The edits that split ext columns off the roster, and what they do. */
export interface SplitColumns extends SplitCounts {
	readonly rosterEdits: readonly OffsetEdit[];
	/** Edits of the extension file, where there is one. */
	readonly extensionEdits: readonly OffsetEdit[];
	/** The text of the new extension file, where there is none yet. */
	readonly extensionText: string | undefined;
	/** Rows of both files that cannot be read. */
	readonly unreadable: number;
}

/** The roster is read, the extension file compared with it, and then each is edited. */
const PROGRESS = {
	read: [0, 0.3],
	compare: [0.3, 0.5],
	remove: [0.5, 0.8],
	fill: [0.8, 0.9],
	append: [0.9, 1],
} as const satisfies Record<string, ProgressRange>;

/** Moves all ext columns of the roster into an extension file: a new one, or the one that is there. */
export function* splitFromRoster(
	roster: TableFile,
	extension: TableFile | undefined,
): Steps<SplitColumns | Refusal> {
	const problem = extColumnsProblem(roster) ?? (extension && extColumnsProblem(extension));
	if (problem) return { problem };
	const pairs = extPairs(roster.layout, extension?.layout);
	if (pairs.length === 0) {
		return { problem: `${roster.layout.table.fileName} has no ext. columns, so there is nothing to move.` };
	}

	const conflicts = new Conflicts();
	const read = yield* stepsIn(PROGRESS.read, readByStudent(roster, pairs, conflicts));
	const { students, rows } = read;
	if (rows.unclosed !== undefined) return unclosedProblem(roster, rows.unclosed);
	let unreadable = rows.unreadable;
	if (extension) {
		const compared = yield* stepsIn(PROGRESS.compare, compareWith(extension, pairs, students, conflicts));
		if (compared.rows.unclosed !== undefined) return unclosedProblem(extension, compared.rows.unclosed);
		unreadable += compared.rows.unreadable;
		keepStudentsOfUnreadableRows(students, compared.unreadableIds);
	}

	const stays = staysInRoster(pairs, read);
	const rosterEdits = yield* stepsIn(PROGRESS.remove, removeColumns(roster, pairs, students, stays));
	const edits = extension && (yield* stepsIn(PROGRESS.fill, fillEmptyFields(extension, pairs, students)));
	const added = yield* stepsIn(PROGRESS.append, newRows(pairs, students, extension));
	const lineBreak =
		(extension && headerLineBreak(extension.document)) ?? headerLineBreak(roster.document) ?? '\n';
	const appended = extension && appendRows(extension.document, added.rows, lineBreak);
	if (appended) edits?.push(appended);
	return {
		rosterEdits,
		extensionEdits: edits?.edits ?? [],
		extensionText: extension ? undefined : newFile(pairs, added.rows, lineBreak),
		students: added.students,
		columns: pairs.filter((_, pair) => !stays[pair]).map(({ header }) => header),
		kept: pairs.filter((_, pair) => stays[pair]).map(({ header }) => header),
		unreadable,
		conflicts: conflicts.count,
		listed: conflicts.listed,
	};
}

/** A student whose only row in the extension file cannot be read gets no second row: the values stay in the roster. */
function keepStudentsOfUnreadableRows(students: ValuesByStudent, ids: ReadonlySet<string>): void {
	for (const id of ids) {
		const student = students.get(id);
		if (student && !student.isInReceiver) keepValues(student);
	}
}

/** For each column pair whether the roster keeps the column, because not all of its values can be moved. */
function staysInRoster(
	pairs: readonly ColumnPair[],
	{ students, rows, hasValueWithoutId }: ReadValues,
): readonly boolean[] {
	const stays = pairs.map((_, pair) => rows.unreadable > 0 || hasValueWithoutId[pair] === true);
	for (const { values } of students.values()) {
		values.forEach(({ kind }, pair) => {
			if (kind === 'conflict') stays[pair] = true;
		});
	}
	return stays;
}

/** Removes the columns that do not stay, and empties the moved fields of the others. */
function* removeColumns(
	roster: TableFile,
	pairs: readonly ColumnPair[],
	students: ValuesByStudent,
	stays: readonly boolean[],
): Steps<readonly OffsetEdit[]> {
	const edits = new EditList();
	const removed = new Set(pairs.filter((_, pair) => !stays[pair]).map(({ from }) => from));
	const firstKept = roster.layout.columns.findIndex(({ index }) => !removed.has(index));
	// A field is removed with the comma before it; the first field of a row, with the comma after it.
	const cut = (
		column: number,
		span: (column: number) => { readonly start: number; readonly end: number },
	): OffsetEdit =>
		column < firstKept
			? { start: span(column).start, end: span(column + 1).start, text: '' }
			: { start: span(column - 1).end, end: span(column).end, text: '' };
	for (const column of removed) edits.push(cut(column, (at) => roster.document.fieldSpan(0, at)));
	yield* eachRow(roster, (row) => {
		if (!row.isReadable || row.start === row.end) return;
		const student = valuesOfStudent(row, students);
		pairs.forEach(({ from }, pair) => {
			if (removed.has(from)) edits.push(cut(from, (column) => row.span(column)));
			else if (textOf(student?.values[pair]) !== '' && !isEmpty(row.at(from))) edits.push(row.set(from, ''));
		});
	});
	return edits.edits;
}

/** Makes rows for students that the extension file lacks, and counts the students of whom any value moves. */
function* newRows(
	pairs: readonly ColumnPair[],
	students: ValuesByStudent,
	extension: TableFile | undefined,
): Steps<{ readonly rows: readonly string[]; readonly students: number }> {
	const keyIndex = extension?.layout.keyIndex ?? 0;
	let width = extension?.layout.columns.length ?? 1;
	const columns = pairs.map(({ to }) => to ?? width++);
	const rows: string[] = [];
	let count = 0;
	for (const [id, { values, isInReceiver }] of students) {
		if (!values.some(({ kind }) => kind === 'value')) continue;
		count++;
		if (isInReceiver) continue;
		const row = new Array<string>(width).fill('');
		row[keyIndex] = id;
		columns.forEach((column, pair) => {
			row[column] = textOf(values[pair]);
		});
		rows.push(rowText(row));
		if (rows.length % STEP === 0) yield rows.length / students.size;
	}
	return { rows, students: count };
}

/** The text of a new extension file. */
function newFile(pairs: readonly ColumnPair[], rows: readonly string[], lineBreak: string): string {
	const header = rowText([studentsExt.primaryKey, ...pairs.map((pair) => pair.header)]);
	return [header, ...rows].map((row) => row + lineBreak).join('');
}
