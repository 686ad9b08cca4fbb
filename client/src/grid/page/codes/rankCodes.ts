import type { GridCode } from '../../../../../server/src/protocol';
import { folded } from '../../../page/folded';

/** A code that fits what is typed. */
export interface RankedCode {
	readonly option: GridCode;
	/** What people write for the code and the typed text begins or is in, where code and label do not show it. */
	readonly word?: string | undefined;
	/** Whether the code, its label or one of its words begins with the typed text: Enter may take it unasked. */
	readonly isLikely: boolean;
}

/**
 * The codes that fit a typed text, the best first: the code itself, codes that begin with it, then labels, then words,
 * then what only contains it. Among equals the order of the standard stays. Case, accents and outer spaces do not count.
 * All codes for an empty text.
 */
export function rankCodes(codes: readonly GridCode[], typed: string): readonly RankedCode[] {
	const wanted = folded(typed);
	if (wanted === '') return codes.map((option) => ({ option, isLikely: false }));
	return (
		codes
			.flatMap((option) => fitOf(option, wanted) ?? [])
			// The sort is stable.
			.sort((a, b) => a.rank - b.rank)
			.map(({ rank, ...ranked }) => ({ ...ranked, isLikely: rank < CONTAINED }))
	);
}

/** The position of the only code that a whole text means: by its code, its label or what people write for it; else -1. */
export function meantCode(codes: readonly GridCode[], text: string): number {
	const wanted = folded(text);
	if (wanted === '') return -1;
	const means = ({ code, label, words }: GridCode): boolean =>
		[code, label, ...words].some((each) => folded(each) === wanted);
	const first = codes.findIndex(means);
	return codes.slice(first + 1).some(means) ? -1 : first;
}

/** From the best to the worst. */
const [EXACT, CODE_BEGINS, LABEL_BEGINS, WORD, WORD_BEGINS, CONTAINED] = [0, 1, 2, 3, 4, 5] as const;

interface Fit {
	readonly option: GridCode;
	readonly rank: number;
	readonly word?: string;
}

/** How well a code fits; undefined if it does not. */
function fitOf(option: GridCode, wanted: string): Fit | undefined {
	const code = folded(option.code);
	const label = folded(option.label);
	if (code === wanted) return { option, rank: EXACT };
	if (code.startsWith(wanted)) return { option, rank: CODE_BEGINS };
	if (label.startsWith(wanted)) return { option, rank: LABEL_BEGINS };
	if (hasWordThatBegins(label, wanted) || hasWordThatBegins(code, wanted)) {
		return { option, rank: WORD_BEGINS };
	}
	const same = option.words.find((word) => folded(word) === wanted);
	if (same !== undefined) return { option, rank: WORD, word: same };
	const begins = option.words.find((word) => hasWordThatBegins(folded(word), wanted));
	if (begins !== undefined) return { option, rank: WORD_BEGINS, word: begins };
	// One letter is in most labels.
	if (wanted.length < 2) return undefined;
	if (code.includes(wanted) || label.includes(wanted)) return { option, rank: CONTAINED };
	const contains = option.words.find((word) => folded(word).includes(wanted));
	return contains === undefined ? undefined : { option, rank: CONTAINED, word: contains };
}

/** Whether one of the words in a text begins with what is wanted. */
function hasWordThatBegins(text: string, wanted: string): boolean {
	for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
		if (at === 0 || !IN_WORD.test(text.charAt(at - 1))) return true;
	}
	return false;
}

const IN_WORD = /[\p{L}\p{N}]/u;
