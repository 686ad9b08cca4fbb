const collator = new Intl.Collator('en', { numeric: true });

/** What the order of schools depends on. */
interface School {
	/** Undefined for the rest where there are too many schools; '' for students without a school. */
	readonly id: string | undefined;
	/** Undefined where it is not known. */
	readonly name?: string | undefined;
}

/**
 * Orders by name, or by ID where the name is not known, with numbers by value, 9 before 10; rows without an ID come
 * last. Two IDs such as 7 and 07 do not keep the order of the file, which would tell who is in it first.
 */
export function compareSchools(one: School, other: School): number {
	if (!one.id || !other.id) return Number(!one.id) - Number(!other.id);
	return compareTexts(one.name ?? one.id, other.name ?? other.id) || compareTexts(one.id, other.id);
}

function compareTexts(one: string, other: string): number {
	return collator.compare(one, other) || (one < other ? -1 : Number(one > other));
}

/** A school with the students that it has a valid value of, and those who are counted, by category. */
interface CountedSchool extends School {
	readonly valid: readonly number[];
	readonly of: readonly number[];
}

/** Orders by the share of valid values in all categories, the lowest first; rows without an ID come last. */
export function compareShares(one: CountedSchool, other: CountedSchool): number {
	return Number(!one.id) - Number(!other.id) || shareOf(one) - shareOf(other) || compareSchools(one, other);
}

function shareOf({ valid, of }: CountedSchool): number {
	return sum(valid) / Math.max(1, sum(of));
}

/** Adds up. */
export function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, each) => all + each, 0);
}
