import type { Position } from 'vscode-languageserver-types';
import { isUnseen, joinSpaces, trimUnseen } from '../../characters';
import type { RecordRef } from '../../check/live/checkedBlock';
import type { Checker } from '../../check/live/checker';
import { RecordRow } from '../../check/record/recordRow';
import type { Field } from '../../csv/document';
import { Fields } from '../../csv/scan';
import { locate } from '../locate';

/** One place of a student's ID in a file. */
export interface IdPlace {
	readonly checker: Checker;
	/** 0-based; the header is record 0. */
	readonly record: number;
	/** Offsets into the text. */
	readonly field: Field;
}

/** A student as people know one; a part is empty if the file does not say it. */
export interface Person {
	/** `Reyes, Ana` */
	readonly name: string;
	readonly school: string;
	readonly grade: string;
}

/**
 * The student's ID at a position; undefined in another column, in the header, in an empty field, and in a file that is
 * not about students.
 */
export function idAt(checker: Checker, position: Position): IdPlace | undefined {
	const { record, column, field, offset } = locate(checker, position);
	if (checker.table.role === undefined) return undefined;
	const isId = record > 0 && column === checker.layout.keyIndex && !isUnseen(field.value);
	return isId && offset >= field.start ? { checker, record, field } : undefined;
}

/** The places of an ID in a file, in their order, as far as the file is checked; none if there is no file. */
export function placesOf(checker: Checker | undefined, id: string): readonly IdPlace[] {
	if (!checker) return [];
	return [...checker.placesOf(id)].map((place) => {
		const record = checker.recordOf(place);
		const field = checker.document.fieldsOf(record)[checker.layout.keyIndex] as Field;
		return { checker, record, field };
	});
}

/** The rows of a student, as far as the file is checked. Each row stays valid when another is read. */
export function rowsOfStudent(checker: Checker | undefined, id: string): readonly RecordRow[] {
	return checker ? [...checker.placesOf(id)].map((place) => rowAt(checker, place)) : [];
}

/** The student with an ID, by the first row of the roster that has a name; undefined if there is none. */
export function personOf(checkers: readonly (Checker | undefined)[], id: string): Person | undefined {
	const roster = checkers.find((checker) => checker?.table.role === 'roster');
	return rowsOfStudent(roster, id)
		.map(personIn)
		.find(({ name }) => name !== '');
}

/** The student of a row. */
export function personIn(row: RecordRow): Person {
	const { person } = row.layout.table;
	const text = (column: string | undefined): string =>
		column === undefined ? '' : joinSpaces(trimUnseen(row.value(column) ?? ''));
	return {
		name: [text(person?.lastName), text(person?.firstName)].filter((part) => part !== '').join(', '),
		school: text(person?.school),
		grade: text(person?.grade),
	};
}

/** The name of a student with the grade, on one line; empty if neither is known. */
export function nameWithGrade({ name, grade }: Person): string {
	return [name, grade === '' ? '' : `grade ${grade}`].filter((part) => part !== '').join(' · ');
}

function rowAt({ layout }: Checker, { block, index }: RecordRef): RecordRow {
	return block.read(new RecordRow(layout, new Fields()), index);
}
