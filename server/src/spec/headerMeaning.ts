/** What a header means that is no column of ours, by the names that exports use. None of these lookups guesses. */

import { exportHeaders, headerKey } from './exportHeaders';
import { bareColumnKey, type Element, isExtension } from './index';
import { otherHeaders } from './otherHeaders';

/** A column of ours that a header may be. */
export interface MeantColumn {
	/** The column of students.csv, or an extension column, as Clever writes it. */
	readonly column: string;
	/** Whether the header is a usual name for the column, and not only similar or something else in some districts. */
	readonly isUsual: boolean;
}

const meantColumns: ReadonlyMap<string, readonly MeantColumn[]> = meantByKey();

const notes: ReadonlyMap<string, string> = new Map(
	otherHeaders.flatMap(({ names, note }) => names.map((name) => [headerKey(name), note] as const)),
);

/** Every header with a meaning, as `headerKey` returns it. */
export const headerWords: ReadonlySet<string> = new Set([...meantColumns.keys(), ...notes.keys()]);

/** The columns that a header may be, the usual ones first; empty for a header that is not known. */
export function columnsMeantBy(header: string): readonly MeantColumn[] {
	return meantColumns.get(bareColumnKey(header)) ?? [];
}

/** Why a header that is spelled like a column of ours is none: a sentence for people; undefined for any other header. */
export function noteOnHeader(header: string): string | undefined {
	return notes.get(bareColumnKey(header));
}

/**
 * What an export writes before a header to name the header's table, such as "Students." or "[1]"; '' where nothing is.
 * After `ext.` comes a partner's word and not the name of a column, so it is no table.
 */
export function tablePrefix(header: string): string {
	return isExtension(header) ? '' : (/^.*[.\]]/.exec(header)?.[0] ?? '');
}

/**
 * Whether a header with this prefix is certain to be about students: schools and families have IDs, names and addresses
 * too, but only students have categories. PowerSchool calls the table of students 1.
 */
export function isOfStudents(prefix: string, { optionSet }: Element): boolean {
	if (isOfOthers(prefix)) return false;
	return optionSet !== undefined || /stu|pupil|enrol|^\[0?1\]/i.test(prefix);
}

/** Whether a header with this prefix is about somebody or something else than the student: a contact, a teacher, a class. */
export function isOfOthers(prefix: string): boolean {
	return OTHERS.test(prefix);
}

const OTHERS =
	/contact|guardian|parent|mother|father|sibling|caregiver|emergency|household|spouse|staff|teacher|employee|counselor|course|classroom/i;

function meantByKey(): ReadonlyMap<string, readonly MeantColumn[]> {
	const all = [
		...exportHeaders.flatMap(({ column, names }) => names.map((name) => ({ name, column, isUsual: true }))),
		...exportHeaders.flatMap(({ column, perhaps = [] }) =>
			perhaps.map((name) => ({ name, column, isUsual: false })),
		),
	];
	const byKey = new Map<string, MeantColumn[]>();
	for (const { name, column, isUsual } of all) {
		const meant = byKey.get(headerKey(name)) ?? [];
		byKey.set(headerKey(name), meant);
		if (!meant.some((one) => one.column === column)) meant.push({ column, isUsual });
	}
	return byKey;
}
