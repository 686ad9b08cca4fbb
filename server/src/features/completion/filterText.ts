/** UTF-16 units of an item's `filterText` that editors compare with the typed text. */
export const MAX_FILTER_TEXT = 128;

/**
 * Which options a client is sent. `all`, for a client that shows what was typed above them, as ours in VS Code does: each
 * of them, with the typed text as filter text where it matches none. `matching`, for every other: those that the typed
 * text matches. Some clients replace as much text as the filter text of an item is long.
 */
export type Offered = 'all' | 'matching';

/**
 * The filter text of an option for a client that keeps what begins with the typed text, as it is written: it begins with
 * the word that matches, in the typed letters. Undefined if no word does.
 *
 * @param words by which the option is found.
 * @param typed what stands between the start of the field and the cursor, with a quote that opens the field.
 */
export function matchedText(words: readonly string[], typed: string): string | undefined {
	const bare = typed.replace(/^\s*"?\s*/, '').toLowerCase();
	const found = words
		.map((word) => ({ word, at: matchIn(word, bare) }))
		.filter(({ at }) => at >= 0)
		.sort((one, other) => one.at - other.at)[0];
	if (!found) return undefined;
	const { word, at } = found;
	const others = words.filter((other) => at > 0 || other !== word);
	return [`${typed}${word.slice(at + bare.length)}`, ...others].join(' ');
}

/** Where a word, or a word in it such as that after a dot, begins with a text in lower case; negative if none does. */
function matchIn(word: string, bare: string): number {
	const lower = word.toLowerCase();
	let at = lower.indexOf(bare);
	while (at > 0 && LETTER_OR_DIGIT.test(lower.charAt(at - 1))) at = lower.indexOf(bare, at + 1);
	return at;
}

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
