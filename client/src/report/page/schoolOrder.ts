/** What the order of schools depends on. */
interface School {
	/** Undefined for the rest where there are too many schools; '' for students without a school. */
	readonly id: string | undefined;
}

/**
 * Orders by ID with numbers by value, 9 before 10; rows without an ID come last. Two IDs such as 7 and 07 do not keep the
 * order of the file, which would tell who is in it first.
 */
export function compareSchools({ id: one }: School, { id: other }: School): number {
	if (!one || !other) return Number(!one) - Number(!other);
	return one.localeCompare(other, 'en', { numeric: true }) || (one < other ? -1 : Number(one > other));
}
