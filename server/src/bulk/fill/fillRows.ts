import { isUnseen } from '../../characters';
import { fieldText } from '../../csv/quote';
import type { Steps } from '../../work/steps';
import { EditList } from '../editList';
import { headerProblem, unclosedProblem } from '../headerProblems';
import { ReadableRows } from '../readableRows';
import type { Refusal } from '../results';
import { eachRow, type ReadRow, type TableFile } from '../rowReader';
import { FillTally } from './fillTally';
import type { FillConflict, FillCounts, LeftAlone } from './fillTypes';
import type { FoundColumn } from './findColumn';
import { possibleIds } from './possibleIds';
import { kindOfRow, type RowKind } from './rowKind';
import { isSameValue } from './targetColumn';

/** What becomes of a student's field: a value to write, or why none. */
export type FieldDecision = { readonly put: string } | { readonly left: LeftAlone };

/** A column to fill, and what each student gets. */
export interface ColumnToFill {
	readonly column: FoundColumn;
	/** What a student gets; undefined for one of whom nothing is known. */
	decide(id: string): FieldDecision | undefined;
	/** The IDs of all students who get a value, wherever they have a row. */
	receivers(): Iterable<string>;
	/** Whether fields with another value stay as they are. */
	readonly onlyWhereEmpty: boolean;
}

/** The edits that fill columns of one file, and what they do. */
export interface FilledRows {
	/** Of the file, ascending and apart. */
	readonly edits: EditList;
	/** By column to fill. */
	readonly counts: readonly FillCounts[];
	/** The first fields with another value. */
	readonly conflicts: readonly FillConflict[];
}

/** Fills columns of one file, in every row of each student, and appends the columns that are missing. */
export function* fillRows(file: TableFile, columns: readonly ColumnToFill[]): Steps<FilledRows | Refusal> {
	const problem = headerProblem(file);
	if (problem !== undefined) return { problem };
	const tasks = columns.map((task) => ({ ...task, tally: new FillTally(task.column) }));
	const present = tasks
		.flatMap((task) => (task.column.index === undefined ? [] : [{ task, index: task.column.index }]))
		.sort((a, b) => a.index - b.index);
	const appended = tasks.filter(({ column }) => column.index === undefined);
	const edits = new EditList();
	const rows = new ReadableRows();
	const ids = new Set<string>();
	appendFields(
		edits,
		file.document.fieldsOf(0).at(-1)?.end ?? 0,
		appended.map(({ column }) => column.header),
	);
	yield* eachRow(file, (row) => {
		const kind = kindOfRow(row, rows, file);
		for (const id of possibleIds(row)) ids.add(id);
		for (const { task, index } of present) {
			const value = valueFor(row, kind, row.at(index), task);
			if (value !== undefined) edits.push(row.set(index, value));
		}
		const added = appended.map((task) => valueFor(row, kind, '', task) ?? '');
		// An unreadable row gets the fields too. Without them, its number of fields would no longer show what is wrong.
		if (row.start !== row.end) appendFields(edits, row.end, added);
	});
	if (rows.unclosed !== undefined) return unclosedProblem(file, rows.unclosed);
	return {
		edits,
		counts: tasks.map(({ tally, receivers }) => tally.counts(countMissing(receivers(), ids))),
		conflicts: tasks.flatMap(({ tally }) => tally.conflicts),
	};
}

/** The value that a field gets; undefined if it stays as it is. */
function valueFor(
	row: ReadRow,
	kind: RowKind,
	value: string,
	{ column, decide, onlyWhereEmpty, tally }: ColumnToFill & { readonly tally: FillTally },
): string | undefined {
	if (kind === 'no student') return undefined;
	if (kind === 'student') tally.see(value);
	const decision = kind === 'student' ? decisionFor(row.id, decide) : { left: 'unreadable' as const };
	if ('left' in decision) {
		tally.leave(decision.left);
		return undefined;
	}
	const { put } = decision;
	const isEmpty = isUnseen(value);
	if (!isEmpty && isSameValue(column.element, value, put)) {
		tally.leave('same');
		return undefined;
	}
	if (!isEmpty) tally.differ({ row: row.record + 1, id: row.id, ours: value, theirs: put });
	if (!isEmpty && onlyWhereEmpty) {
		tally.leave('other value');
		return undefined;
	}
	tally.change(value, put, !isEmpty);
	return put;
}

function decisionFor(id: string, decide: ColumnToFill['decide']): FieldDecision {
	return id === '' ? { left: 'no ID' } : (decide(id) ?? { left: 'not there' });
}

function countMissing(ids: Iterable<string>, present: ReadonlySet<string>): number {
	let missing = 0;
	for (const id of ids) if (!present.has(id)) missing++;
	return missing;
}

function appendFields(edits: EditList, end: number, values: readonly string[]): void {
	if (values.length === 0) return;
	edits.push({ start: end, end, text: values.map((value) => `,${fieldText(value)}`).join('') });
}
