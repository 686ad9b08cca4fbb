import type { Checker } from '../check/live/checker';

/** The largest text that an editor lets us follow, in UTF-16 units. */
const MAX_LENGTH = 50 * 1024 * 1024;

/** Why a file cannot grow by so many UTF-16 units, in a sentence for people; undefined if it can. */
export function growthProblem({ document }: Checker, growth: number): string | undefined {
	return growth > 0 && document.length + growth > MAX_LENGTH
		? 'The file would be larger than 50 MB, the most that can be edited. Change fewer cells.'
		: undefined;
}
