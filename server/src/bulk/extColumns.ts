import { fieldText } from '../csv/quote';
import type { Layout } from '../rules/layout';
import { isExtension, normalizeColumn } from '../spec';
import type { Conflicts } from './conflicts';
import type { EditList } from './editList';
import type { ReadableRows } from './readableRows';
import { eachRow, type ProgressRange, type ReadRow, type Steps, type TableFile } from './rowReader';

/** An ext column of the file that values are taken from, and the same of the file that they are put into. */
export interface ColumnPair {
	readonly header: string;
	/** 0-based. */
	readonly from: number;
	/** 0-based; -1 where the other file has no such column yet. */
	readonly to: number;
}

/** What one file says of a student, and what the other does with it. */
export interface StudentValues {
	/** By pair. Empty: it says nothing. Null: a conflict, so that nobody touches it. */
	readonly values: (string | null)[];
	/** Whether a whole row of the other file is the student's. */
	isThere: boolean;
}

/** By id, in the order in which they first stand. */
export type ValuesByStudent = Map<string, StudentValues>;

/** Every ext column of `from`, in its order. */
export function extPairs(from: Layout, to: Layout): readonly ColumnPair[] {
	const places = new Map(to.columns.map(({ header, index }) => [normalizeColumn(header), index]));
	return from.columns
		.filter(({ header }) => isExtension(header))
		.map(({ header, index }) => ({
			header: header.trim(),
			from: index,
			to: places.get(normalizeColumn(header)) ?? -1,
		}));
}

/** Reads what a file says of each student; rows that disagree are a conflict. */
export function* readByStudent(
	file: TableFile,
	pairs: readonly ColumnPair[],
	{
		sieve,
		conflicts,
		share,
	}: { readonly sieve: ReadableRows; readonly conflicts: Conflicts; readonly share: ProgressRange },
): Steps<ValuesByStudent> {
	const students: ValuesByStudent = new Map();
	yield* eachRow(
		file,
		(row) => {
			if (!sieve.namesStudent(row)) return;
			const { id } = row;
			const held = students.get(id) ?? { values: pairs.map(() => ''), isThere: false };
			students.set(id, held);
			pairs.forEach(({ from, header }, pair) => {
				const value = row.at(from);
				const earlier = held.values[pair] ?? null;
				if (isEmpty(value) || earlier === null || isSame(value, earlier)) return;
				held.values[pair] = earlier === '' ? value : null;
				if (earlier !== '') conflicts.add(file, row, header, [value, earlier]);
			});
		},
		share,
	);
	return students;
}

/** Finds who stands in the other file, and where it holds another value; tells whether anybody stands there. */
export function* compare(
	file: TableFile,
	pairs: readonly ColumnPair[],
	students: ValuesByStudent,
	{
		sieve,
		conflicts,
		share,
	}: { readonly sieve: ReadableRows; readonly conflicts: Conflicts; readonly share: ProgressRange },
): Steps<boolean> {
	let isAnyThere = false;
	yield* eachRow(
		file,
		(row) => {
			const held = sieve.namesStudent(row) ? students.get(row.id) : undefined;
			if (!held) return;
			held.isThere = true;
			isAnyThere = true;
			pairs.forEach(({ to, header }, pair) => {
				const wanted = held.values[pair];
				const value = to < 0 ? '' : row.at(to);
				if (isEmpty(value) || !wanted || isSame(value, wanted)) return;
				held.values[pair] = null;
				conflicts.add(file, row, header, [value, wanted]);
			});
		},
		share,
	);
	return isAnyThere;
}

/** Puts what is held of each student into the empty fields of the student's rows, and appends the columns that are missing. */
export function* fillIn(
	file: TableFile,
	pairs: readonly ColumnPair[],
	students: ValuesByStudent,
	{ edits, share }: { readonly edits: EditList; readonly share: ProgressRange },
): Steps<void> {
	const present = pairs.map((pair, index) => ({ ...pair, index })).filter(({ to }) => to >= 0);
	present.sort((a, b) => a.to - b.to);
	const appended = pairs.map((pair, index) => ({ ...pair, index })).filter(({ to }) => to < 0);
	const headerEnd = file.document.fieldsOf(0).at(-1)?.end ?? 0;
	const headers = appended.map(({ header }) => `,${fieldText(header)}`).join('');
	if (headers !== '') edits.push({ start: headerEnd, end: headerEnd, text: headers });
	yield* eachRow(
		file,
		(row) => {
			if (row.start === row.end) return;
			const held = row.isSound && row.id !== '' ? students.get(row.id) : undefined;
			for (const { to, index } of held ? present : []) {
				const value = held?.values[index];
				if (value && isEmpty(row.at(to))) edits.push(row.set(to, value));
			}
			// A row that cannot be read grows as well: else what is wrong with it could no longer be told.
			if (appended.length > 0)
				edits.push(
					atEnd(
						row,
						appended.map(({ index }) => held?.values[index] ?? ''),
					),
				);
		},
		share,
	);
}

/** Blanks alone are no value. */
export function isEmpty(value: string): boolean {
	return value.trim() === '';
}

function isSame(one: string, other: string): boolean {
	return one.trim() === other.trim();
}

function atEnd(row: ReadRow, values: readonly string[]): { start: number; end: number; text: string } {
	return { start: row.end, end: row.end, text: values.map((value) => `,${fieldText(value)}`).join('') };
}
