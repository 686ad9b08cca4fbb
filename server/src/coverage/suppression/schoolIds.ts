/** Students of the district for each school ID, at least. The same last name is that of one to five on average. */
const STUDENTS_PER_ID = 10;
/** The same where most of the values have no digit, as names have none and school IDs mostly do. */
const STUDENTS_PER_WORD = 50;

/** Longer IDs that are no GUID are not named. */
const MAX_LENGTH = 40;
/** Groups of letters and digits without a space, such as 101, ES-12 or 39.0123; a digit is asked for apart. */
const CODE = /^[a-z\d]+(?:[-_.][a-z\d]+)*$/i;
const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;
/** Letters in a row that could be a name. */
const WORD = /[a-z]{3,}/g;
/** The initials of a school, such as NHS. */
const INITIALS = /^[A-Z]{2,4}$/;
const SCHOOL_NAME =
	/^(?=.*\b(?:academy|elementary|high|intermediate|junior|middle|primary|school)\b)[a-z .'&-]+$/i;

/**
 * Whether the values of a column of school IDs are school IDs on the whole: few distinct ones for so many students.
 * Else they may be names, where the column was mapped to the wrong one, and none of them may be published. The answer
 * depends on no number of students but that of the district, which readers know.
 *
 * @param ids the distinct values but the empty one; undefined stands for too many others.
 */
export function areSchoolIds(
	ids: readonly (string | undefined)[],
	students: number,
): ids is readonly string[] {
	const studentsPerId = mostHaveDigit(ids) ? STUDENTS_PER_ID : STUDENTS_PER_WORD;
	return ids.length > 0 && !ids.includes(undefined) && students >= ids.length * studentsPerId;
}

/**
 * Makes the test whether an ID may be published, given the highest number of its published range of students. A name
 * that rows with exchanged values have in common is an ID to the count, so each ID must look like one by itself: a code
 * with a digit and without a word, but for one that most IDs have, such as SCH. Where most IDs have no digit, it may
 * also be the initials or the name of a school, of as many students as no such mistake has.
 *
 * @param ids the distinct values but the empty one.
 */
export function namedSchools(ids: readonly string[]): (id: string, atMost: number) => boolean {
	const idsWithWord = new Map<string, number>();
	for (const word of ids.flatMap((id) => [...new Set(wordsOf(id))])) {
		idsWithWord.set(word, (idsWithWord.get(word) ?? 0) + 1);
	}
	const isCommon = (word: string): boolean => 2 * (idsWithWord.get(word) ?? 0) > ids.length;
	const mayBeWords = !mostHaveDigit(ids);
	return (id, atMost) => {
		if (id.length > MAX_LENGTH) return false;
		if (GUID.test(id)) return true;
		if (hasDigit(id)) return CODE.test(id) && wordsOf(id).every(isCommon);
		return mayBeWords && atMost >= STUDENTS_PER_WORD && (INITIALS.test(id) || SCHOOL_NAME.test(id));
	};
}

function mostHaveDigit(ids: readonly (string | undefined)[]): boolean {
	return 2 * ids.filter((id) => id !== undefined && hasDigit(id)).length > ids.length;
}

function hasDigit(id: string): boolean {
	return /\d/.test(id);
}

function wordsOf(id: string): readonly string[] {
	return id.length > MAX_LENGTH ? [] : (id.toLowerCase().match(WORD) ?? []);
}
