import type { Checker } from '../check/live/checker';

/** The files on students in one folder: the roster names the students, the extension file adds columns to them. */
export interface FilePair {
	readonly roster: Checker | undefined;
	readonly extension: Checker | undefined;
}

/** Sorts a file and its sibling by their roles; neither is there for a file that is not about students. */
export function pairOf(checker: Checker, sibling: Checker | undefined): FilePair {
	const files = [checker, sibling];
	return {
		roster: files.find((file) => file?.table.role === 'roster'),
		extension: files.find((file) => file?.table.role === 'extension'),
	};
}
