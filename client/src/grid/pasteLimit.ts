import type { Refused } from './messages';

/** The longest block that is pasted at once, in UTF-16 units: more than half of the largest file that VS Code edits. */
const MAX_PASTE = 30_000_000;

/** The refusal of a block that is too large to paste; undefined for any other. */
export function tooLarge({ length }: string): Refused | undefined {
	if (length <= MAX_PASTE) return undefined;
	const millions = Math.floor(length / 1_000_000);
	return {
		problem: `The clipboard holds ${millions} million characters. Paste at most 30 million at once.`,
	};
}
