/** Numbers, plurals and values as people read them: for the server, the client and the report page. */

import { joinSpaces, shortened } from './characters';

/** The longest value that a message shows whole, in UTF-16 units. */
const MAX_SHOWN = 100;
/** How much more of a value is looked at, since runs of spaces become one. */
const SPACES_FACTOR = 10;

/** A value as a message shows it: on one line, and cut where it is longer than `most` UTF-16 units. */
export function shown(value: string, most = MAX_SHOWN): string {
	// Cut first: a value may be a whole file. Runs of spaces may make it shorter than that.
	return shortened(joinSpaces(shortened(value, most * SPACES_FACTOR)), most);
}

/** A value inside a sentence: in quotes, but for plain digits such as those of an ID. */
export function quoteUnlessDigits(value: string): string {
	return /^\d{1,20}$/.test(value) ? value : `"${shown(value)}"`;
}

/** Made once: a table of schools has tens of thousands of numbers. */
const numbers = new Intl.NumberFormat('en-US');

/** A number with thousands separators (en-US): "1,234". */
export function formatNumber(value: number): string {
	return numbers.format(value);
}

/** The form of a word or a phrase that fits a count: `plural(2, 'row')` is "rows", `plural(1, 'is', 'are')` is "is". */
export function plural(count: number, one: string, many = `${one}s`): string {
	return count === 1 ? one : many;
}

/** A count and its noun: "1 error", "1,234 errors". */
export function countOf(count: number, one: string, many?: string): string {
	return `${formatNumber(count)} ${plural(count, one, many)}`;
}

/** A share in whole percent; "<1%" and ">99%" where rounding would say none or all, "–" where there is no whole. */
export function formatPercent(part: number, whole: number): string {
	if (whole === 0) return '–';
	const percent = (100 * part) / whole;
	if (part > 0 && percent < 1) return '<1%';
	if (part < whole && percent > 99) return '>99%';
	return `${Math.round(percent)}%`;
}

/** Two numbers, both included. */
interface Bounds {
	readonly from: number;
	readonly to: number;
}

/** Numbers between two bounds: "1,190–1,199"; one number where the bounds are the same. */
export function formatRange({ from, to }: Bounds): string {
	return from === to ? formatNumber(from) : `${formatNumber(from)}–${formatNumber(to)}`;
}

/**
 * A share in whole percent between two bounds: "42–43%". At the ends it is only "≥95%" or "≤5%", wider where few
 * students are meant; "–" where it could be anything.
 */
export function formatShareRange({ from, to }: Bounds, students: number): string {
	const end = students < 20 ? 20 : students < 40 ? 10 : 5;
	if (from <= 0 && to >= 100) return '–';
	if (from >= 100 - end) return `≥${100 - end}%`;
	if (to <= end) return `≤${end}%`;
	if (to >= 100) return `≥${from}%`;
	if (from <= 0) return `≤${to}%`;
	return `${formatRange({ from, to })}%`;
}

/** A code and its meaning in a few words, as an option or the coverage report has them. */
interface LabeledCode {
	readonly code: string;
	readonly label: string;
}

/** The label of a code; empty if it only repeats the code, as for "Yes" and "English". */
export function distinctLabel({ code, label }: LabeledCode): string {
	return label === code ? '' : label;
}

/** A code with its label, "F (Female)"; the code alone where the label only repeats it, "English". */
export function codeWithLabel(option: LabeledCode): string {
	const label = distinctLabel(option);
	const code = shown(option.code);
	return label === '' ? code : `${code} (${label})`;
}

/** The last problem in the list of a file that has more than fit in it: how many are not listed. */
export function moreProblems(hidden: number): string {
	return `${countOf(hidden, 'more problem')} ${plural(hidden, 'is', 'are')} not listed here. Fix some of those listed to see the next.`;
}

/** The first sentences of a list, and how many more there are. */
export function firstSentences(sentences: readonly string[], most: number): readonly string[] {
	const more = sentences.length - most;
	return more > 0 ? [...sentences.slice(0, most), `… and ${formatNumber(more)} more.`] : sentences;
}

/** Alternatives in a sentence: "F", "F or R", "F, R or N". */
export function alternatives(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${last}` : last;
}

/** A list in a sentence: "F", "F and R", "F, R and N". */
export function wordList(words: readonly string[]): string {
	const last = words.at(-1) ?? '';
	return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}

/** How many reasons of a verdict a person must look at: errors are counted apart, and accepted values hold nothing back. */
export function thingsToReview(reasons: readonly { readonly id: string }[]): number {
	return reasons.filter(({ id }) => id !== 'errors' && id !== 'accepted-values').length;
}

/** "3 things to review". */
export function reviewText(reasons: readonly { readonly id: string }[]): string {
	return `${countOf(thingsToReview(reasons), 'thing')} to review`;
}

const ALPHABET_LENGTH = 26;
const CODE_OF_A = 65;

/** The letters over a spreadsheet's column, for a 0-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
	let letters = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / ALPHABET_LENGTH)) {
		letters = String.fromCharCode(CODE_OF_A + ((rest - 1) % ALPHABET_LENGTH)) + letters;
	}
	return letters;
}

/** What is shown in place of a secret value. */
export const MASK = '•••';

const NO_STUDENT = 'This file contains no names and no IDs of students.';
const SCHOOLS_AND_STUDENTS =
	'No School_id or name of a school is shown that is the first or last name of a student, has both, or is an ID of one, but a school and a student may have the same number of up to three digits.';

/** Tells the readers of a saved coverage report what its numbers are, and what it does not promise. */
export function savedReportNotes({
	fewest,
	students,
}: {
	readonly fewest: number;
	readonly students: number | undefined;
}): readonly string[] {
	if (students === undefined)
		return [`A report on fewer than ${fewest} students shows no counts. ${NO_STUDENT}`];
	return [
		`To protect students, each number of students but the total is shown as a range of ${fewest} or more numbers. A range that begins at 0 may mean that no student has the value. The light end of a bar is what the range leaves open.`,
		'The ranges follow from the number of students and the length of the list, never from the counts. By adding and subtracting, a reader who knows how they are made still finds three or more possible values for each number. The same holds if each student with IDEA has a disability type, and no other student: so how many students have a type is not shown.',
		'Fields that are empty, and values that are not a code, are counted together. Shares are rounded outward. They end at ≥95% and ≤5%, or sooner where there are few students, and a dash means that a share could tell a count.',
		`A school is named if it has more students than the smallest range and its School_id looks like an ID. ${NO_STUDENT} ${SCHOOLS_AND_STUDENTS}`,
		'Not covered: somebody who has another report on the same students, knows some of the numbers from elsewhere, or knows how other categories belong together, may find out more. For example, most students with IDEA also have Y for IEP.',
	];
}

/** Why a saved report has no table of schools, where IDs of schools may be those of students. */
export const schoolsNotShown =
	'Not shown: School_id does not hold the IDs of a few schools, or most students are at schools that are not named.';

/** What stands below the schools of a saved report: how many more there are, and the students without one. */
export function savedSchoolsNote({
	others,
	notNamed,
	few,
	noSchool,
}: {
	readonly others: number;
	readonly notNamed: number;
	readonly few: Bounds;
	readonly noSchool: Bounds;
}): string {
	const small = others === 0 ? '' : `${countOf(others, 'more school')}: ${formatRange(few)} students each. `;
	const unlike =
		notNamed === 0
			? ''
			: `${countOf(notNamed, 'larger school')} not named, because ${plural(notNamed, 'its School_id', 'their School_id')} may be something else. `;
	return `${small}${unlike}Students without a school: ${formatRange(noSchool)}.`;
}
