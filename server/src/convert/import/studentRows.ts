import { isUnseen, trimUnseen } from '../../characters';
import type { Table } from '../../spec';
import { shown } from '../../wording';
import type { ImportProblems } from './problems';
import type { Target } from './targets';

/** The values of a row in the order of the targets; undefined for a blank in a column of codes. */
type Values = (string | undefined)[];

/** A student of the new files. */
interface Student {
	/** Only the ones of the student's contacts are not used. */
	readonly values: Values;
	/** The row of the export that has the student first, 1-based. */
	readonly row: number;
	/** The rows of values that came from a later row, by the place of their target. */
	filledIn?: Map<number, number>;
	readonly contacts: (readonly string[])[];
}

/** A row of the roster: the student's values, and one of the student's contacts. */
interface RosterRow {
	readonly student: Student;
	/** The place of the contact among those of the student. */
	readonly contact: number;
}

/** The rows of a new file. */
export interface FileRows {
	readonly count: number;
	readonly rows: Iterable<readonly string[]>;
}

const withoutId = 'This row has no student ID, so Clever cannot match it. Add the ID in your SIS.';
/** For an export without columns of contacts, so that each student does not need a list. */
const noContact: readonly string[] = [];

/** Collects the students of an export: one row for each, and further rows for their contacts. */
export class StudentRows {
	readonly #students = new Map<string, Student>();
	readonly #rosterRows: RosterRow[] = [];
	/** The places of the targets of contacts. */
	readonly #contactPlaces: readonly number[];
	readonly #otherPlaces: readonly number[];

	/** @param targets the first one is the student ID. */
	constructor(
		private readonly targets: readonly Target[],
		private readonly perContact: NonNullable<Table['perContact']>,
		private readonly problems: ImportProblems,
	) {
		const places = [...targets.keys()];
		const isContact = (place: number): boolean => perContact.columns.includes(targets[place]?.element ?? '');
		this.#contactPlaces = places.filter(isContact);
		this.#otherPlaces = places.filter((place) => !isContact(place));
	}

	/** How many students with an ID there are. */
	get count(): number {
		return this.#students.size;
	}

	/** Adds the values of a row (1-based) of the export, in the order of the targets. */
	add(values: Values, row: number): void {
		const contact = this.#contactOf(values);
		const id = values[0] ?? '';
		const known = this.#students.get(id);
		if (id !== '' && known) {
			this.#merge(known, values, row);
			this.#addContact(known, contact, row);
			return;
		}
		const student: Student = { values, row, contacts: [contact] };
		this.#rosterRows.push({ student, contact: 0 });
		if (id !== '') this.#students.set(id, student);
		else this.problems.add(row, withoutId);
	}

	/** Puts what a blank means where no row of the student had a value. */
	fillBlanks(): void {
		for (const [place, { values: codes }] of this.targets.entries()) {
			if (!codes) continue;
			for (const { student, contact } of this.#rosterRows)
				if (contact === 0) student.values[place] ??= codes.blank();
		}
	}

	/** The rows of the roster in the order of the export, with the values of the targets at these places. */
	rosterRows(places: readonly number[]): FileRows {
		return { count: this.#rosterRows.length, rows: this.#rosterValues(places) };
	}

	/** One row for each student with an ID, with the values of the targets at these places; '' for the place -1. */
	extensionRows(places: readonly number[]): FileRows {
		return { count: this.#students.size, rows: this.#extensionValues(places) };
	}

	*#rosterValues(places: readonly number[]): Iterable<readonly string[]> {
		const slots = places.map((place) => ({ place, slot: this.#contactPlaces.indexOf(place) }));
		for (const { student, contact } of this.#rosterRows) {
			const contacts = student.contacts[contact] ?? [];
			yield slots.map(({ place, slot }) => (slot < 0 ? student.values[place] : contacts[slot]) ?? '');
		}
	}

	*#extensionValues(places: readonly number[]): Iterable<readonly string[]> {
		for (const { values } of this.#students.values()) yield places.map((place) => values[place] ?? '');
	}

	/**
	 * Merges a further row of a student. A value fills a field that was blank, and never the other way round; rows that
	 * differ in nothing but race are of a student with several; else the first value stays, and the difference is listed.
	 */
	#merge(student: Student, values: Readonly<Values>, row: number): void {
		const differing = this.#otherPlaces.filter((place) => {
			const value = values[place] ?? '';
			const first = student.values[place] ?? '';
			if (isUnseen(value)) student.values[place] ??= values[place];
			if (value === first || isUnseen(value)) return false;
			if (!isUnseen(first)) return trimUnseen(value) !== trimUnseen(first);
			student.values[place] = value;
			student.filledIn ??= new Map();
			student.filledIn.set(place, row);
			return false;
		});
		const [only] = differing;
		if (only !== undefined && differing.length === 1 && this.#joinSeveral(student, only, values)) return;
		for (const place of differing) this.#report(student, values, place, row);
	}

	#joinSeveral({ values: firsts }: Student, place: number, values: Readonly<Values>): boolean {
		const { several, values: codes } = this.targets[place] ?? {};
		const isCode = (value: string | undefined): boolean =>
			value !== undefined && codes?.isCode(value) === true;
		if (several === undefined || !isCode(firsts[place]) || !isCode(values[place])) return false;
		firsts[place] = several;
		return true;
	}

	#report(student: Student, values: Readonly<Values>, place: number, row: number): void {
		const { element = '', values: codes } = this.targets[place] ?? {};
		const firstRow = student.filledIn?.get(place) ?? student.row;
		const what = codes
			? `${element} is ${shown(values[place] ?? '')} here, but ${shown(student.values[place] ?? '')} in row ${firstRow} of the same student.`
			: `${element} differs from row ${firstRow} of the same student.`;
		this.problems.add(row, `${what} Row ${firstRow} was used: correct the one that is wrong.`);
	}

	#contactOf(values: Readonly<Values>): readonly string[] {
		return this.#contactPlaces.length === 0
			? noContact
			: this.#contactPlaces.map((place) => values[place] ?? '');
	}

	#addContact(student: Student, contact: readonly string[], row: number): void {
		const { contacts } = student;
		const isSame = (other: readonly string[]): boolean =>
			other.every((value, at) => trimUnseen(value) === trimUnseen(contact[at] ?? ''));
		if (contact.every(isUnseen) || contacts.some(isSame)) return;
		const blank = contacts.findIndex((other) => other.every(isUnseen));
		if (blank >= 0) contacts[blank] = contact;
		else if (contacts.length < this.perContact.most) {
			this.#rosterRows.push({ student, contact: contacts.push(contact) - 1 });
		} else {
			const most = this.perContact.most;
			this.problems.add(
				row,
				`The contact of this row was left out: the student has ${most} already, and Clever takes no more.`,
			);
		}
	}
}
