import type { Checker } from '../check/live/checker';

/** The files of a folder that are at hand: the one that names the students, and the one that refers to them. */
export interface FilePair {
	readonly roster: Checker | undefined;
	readonly extension: Checker | undefined;
}

/** A file and the other one of its folder, by what each is. */
export function pairOf(checker: Checker, other: Checker | undefined): FilePair {
	return checker.table.foreignKey
		? { roster: other, extension: checker }
		: { roster: checker, extension: other };
}
