/** Students of the district for each school ID, at least. The same last name is that of one to five on average. */
const STUDENTS_PER_ID = 10;
/** The same where most of the values have no digit, as names have none and school IDs mostly do. */
const STUDENTS_PER_WORD = 50;

/**
 * Whether the values of a column of school IDs are school IDs on the whole: few distinct ones for so many students.
 * Else they may be names, where the column was mapped to the wrong one, and none of them may be published. The answer
 * depends on no number of students but that of the district, which readers know.
 *
 * @param ids the distinct values but the empty one; undefined stands for too many others.
 */
export function areSchoolIds(ids: readonly (string | undefined)[], students: number): boolean {
	const withDigit = ids.filter((id) => id !== undefined && /\d/.test(id)).length;
	const studentsPerId = 2 * withDigit > ids.length ? STUDENTS_PER_ID : STUDENTS_PER_WORD;
	return ids.length > 0 && !ids.includes(undefined) && students >= ids.length * studentsPerId;
}
