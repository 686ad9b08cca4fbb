import { withoutLeadingZeros } from '../../check/dataset/studentIds';
import type { Steps } from '../../work/steps';
import type { ListedStudent } from './changesTypes';

/** A student of the old side, and one of the new side. */
export interface StudentPair {
	readonly before: ListedStudent;
	readonly after: ListedStudent;
}

/** Students of a step. */
const PER_STEP = 512;

/** Pairs the students of two lists that have the same ID. */
export function sameIds(
	before: readonly ListedStudent[],
	after: readonly ListedStudent[],
): Steps<readonly StudentPair[]> {
	return pairsBy(({ id }) => id, before, after);
}

/** Pairs those who are gone and those who are new where the IDs differ by leading zeros only, and no other old ID does. */
export function zerosChanged(
	gone: readonly ListedStudent[],
	added: readonly ListedStudent[],
): Steps<readonly StudentPair[]> {
	return pairsBy(({ id }) => withoutLeadingZeros(id), gone, added);
}

function* pairsBy(
	key: (student: ListedStudent) => string,
	before: readonly ListedStudent[],
	after: readonly ListedStudent[],
): Steps<readonly StudentPair[]> {
	const byKey = new Map<string, ListedStudent | undefined>();
	for (const [at, student] of before.entries()) {
		const own = key(student);
		byKey.set(own, byKey.has(own) ? undefined : student);
		if (at % PER_STEP === 0) yield at / before.length / 2;
	}
	const pairs: StudentPair[] = [];
	for (const [at, student] of after.entries()) {
		const own = key(student);
		const old = byKey.get(own);
		// Each old ID is taken once.
		byKey.delete(own);
		if (old) pairs.push({ before: old, after: student });
		if (at % PER_STEP === 0) yield 1 / 2 + at / after.length / 2;
	}
	return pairs;
}
