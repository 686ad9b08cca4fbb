import { isUnseen, trimUnseen } from '../characters';
import { fieldText } from '../csv/quote';
import type { Layout } from '../rules/layout';
import { isExtension } from '../spec';
import type { Steps } from '../work/steps';
import type { Conflicts } from './conflicts';
import { EditList } from './editList';
import { ReadableRows } from './readableRows';
import { eachRow, type ReadRow, type TableFile } from './rowReader';

/** An ext column of the file that values are taken from, and the same column of the file that receives them. */
export interface ColumnPair {
	/** Without outer spaces. */
	readonly header: string;
	/** 0-based. */
	readonly from: number;
	/** 0-based; undefined if the receiving file does not have the column yet. */
	readonly to: number | undefined;
}

/** What the rows of a student say in one ext column. */
export type StudentValue =
	/** All fields are empty. */
	| { readonly kind: 'empty' }
	/** Every field that is not empty holds this value. */
	| { readonly kind: 'value'; readonly value: string }
	/** Rows disagree, of one file or of both, so the values stay where they are. */
	| { readonly kind: 'conflict' };

const EMPTY: StudentValue = { kind: 'empty' };
const CONFLICT: StudentValue = { kind: 'conflict' };

/** What one file says about a student, and whether the other file has the student. */
export interface StudentValues {
	/** By index of the column pair. */
	readonly values: StudentValue[];
	/** Whether a readable row of the receiving file names the student. */
	isInReceiver: boolean;
}

/** By student ID, in the order of the students' first rows. No ID is empty. */
export type ValuesByStudent = ReadonlyMap<string, StudentValues>;

/** What reading one file has found. */
export interface ReadValues {
	readonly students: ValuesByStudent;
	readonly rows: ReadableRows;
	/** By index of the column pair: whether a row without a student ID holds a value. */
	readonly hasValueWithoutId: readonly boolean[];
}

/** What comparing with the receiving file has found. */
export interface ComparedRows {
	readonly rows: ReadableRows;
	/** Every ID that a row which cannot be read may have. */
	readonly unreadableIds: ReadonlySet<string>;
}

/** Returns every ext column of `from`, in its order. */
export function extPairs(from: Layout, to: Layout | undefined): readonly ColumnPair[] {
	const columns = new Map(to?.columns.map(({ name, index }) => [name, index]));
	return from.columns
		.filter(({ name }) => isExtension(name))
		.map(({ header, name, index }) => ({ header: trimUnseen(header), from: index, to: columns.get(name) }));
}

/** Reads what a file says about each student. Rows of one student that disagree become a conflict. */
export function* readByStudent(
	file: TableFile,
	pairs: readonly ColumnPair[],
	conflicts: Conflicts,
): Steps<ReadValues> {
	const students = new Map<string, StudentValues>();
	const rows = new ReadableRows();
	const hasValueWithoutId = pairs.map(() => false);
	yield* eachRow(file, (row) => {
		if (!rows.check(row)) return;
		const { id } = row;
		if (id === '') {
			pairs.forEach(({ from }, pair) => {
				if (!isEmpty(row.at(from))) hasValueWithoutId[pair] = true;
			});
			return;
		}
		const student = students.get(id) ?? { values: pairs.map(() => EMPTY), isInReceiver: false };
		students.set(id, student);
		pairs.forEach(({ from, header }, pair) => {
			const value = row.at(from);
			const earlier = student.values[pair] ?? EMPTY;
			if (isEmpty(value) || earlier.kind === 'conflict') return;
			if (earlier.kind === 'empty') {
				student.values[pair] = { kind: 'value', value };
			} else if (!isSame(value, earlier.value)) {
				student.values[pair] = CONFLICT;
				conflicts.add(file, row, header, [value, earlier.value]);
			}
		});
	});
	return { students, rows, hasValueWithoutId };
}

/** Finds out which students the receiving file has, and turns values into conflicts where it holds another one. */
export function* compareWith(
	receiver: TableFile,
	pairs: readonly ColumnPair[],
	students: ValuesByStudent,
	conflicts: Conflicts,
): Steps<ComparedRows> {
	const rows = new ReadableRows();
	const unreadableIds = new Set<string>();
	yield* eachRow(receiver, (row) => {
		if (!rows.check(row)) {
			for (const id of row.possibleIds) unreadableIds.add(id);
			return;
		}
		const student = students.get(row.id);
		if (!student) return;
		student.isInReceiver = true;
		pairs.forEach(({ to, header }, pair) => {
			const taken = student.values[pair];
			const value = to === undefined ? '' : row.at(to);
			if (isEmpty(value) || taken?.kind !== 'value' || isSame(value, taken.value)) return;
			student.values[pair] = CONFLICT;
			conflicts.add(receiver, row, header, [value, taken.value]);
		});
	});
	return { rows, unreadableIds };
}

/** Makes all of a student's values stay where they are, as after a conflict. */
export function keepValues(student: StudentValues): void {
	student.values.forEach(({ kind }, pair) => {
		if (kind === 'value') student.values[pair] = CONFLICT;
	});
}

/** Puts each student's values into the empty fields of the student's rows, and appends the columns that are missing. */
export function* fillEmptyFields(
	receiver: TableFile,
	pairs: readonly ColumnPair[],
	students: ValuesByStudent,
): Steps<EditList> {
	const edits = new EditList();
	const present = pairs.flatMap(({ to }, pair) => (to === undefined ? [] : [{ to, pair }]));
	present.sort((a, b) => a.to - b.to);
	const appended = pairs.flatMap(({ to, header }, pair) => (to === undefined ? [{ header, pair }] : []));
	const headerEnd = receiver.document.fieldsOf(0).at(-1)?.end ?? 0;
	appendFields(
		edits,
		headerEnd,
		appended.map(({ header }) => header),
	);
	yield* eachRow(receiver, (row) => {
		if (row.start === row.end) return;
		const student = valuesOfStudent(row, students);
		if (student) {
			for (const { to, pair } of present) {
				const value = textOf(student.values[pair]);
				if (value !== '' && isEmpty(row.at(to))) edits.push(row.set(to, value));
			}
		}
		// An unreadable row gets the fields too. Without them, its number of fields would no longer show what is wrong.
		appendFields(
			edits,
			row.end,
			appended.map(({ pair }) => textOf(student?.values[pair])),
		);
	});
	return edits;
}

/** The values of the student that a readable row names; undefined for any other row. */
export function valuesOfStudent(row: ReadRow, students: ValuesByStudent): StudentValues | undefined {
	return row.isReadable ? students.get(row.id) : undefined;
}

/** The text that goes into the receiving file; '' where nothing goes. */
export function textOf(value: StudentValue | undefined): string {
	return value?.kind === 'value' ? value.value : '';
}

/** Whether a field holds nothing but white space, which is no value. */
export function isEmpty(value: string): boolean {
	return isUnseen(value);
}

function isSame(one: string, other: string): boolean {
	return trimUnseen(one) === trimUnseen(other);
}

function appendFields(edits: EditList, end: number, values: readonly string[]): void {
	if (values.length === 0) return;
	edits.push({ start: end, end, text: values.map((value) => `,${fieldText(value)}`).join('') });
}
