/** Text in UTF-8 whose bytes were read as letters of Windows-1252, and maybe saved and read so again. */

/** How often a text can have been read wrong. */
const MAX_TIMES = 3;

/** The characters of Windows-1252 for the bytes 0x80 to 0x9F; the five that it leaves free are control characters. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const byteByCharacter = new Map([...FROM_0X80].map((character, at) => [character, 0x80 + at] as const));

/** A letter and one to three more that can be the bytes of one character. */
const LEAD = '[\\u00c2-\\u00f4]';
const NEXT = `[\\u0080-\\u00bf${FROM_0X80}]`;
/** What every misread text has somewhere. */
export const MAY_BE_MISREAD = new RegExp(`${LEAD}${NEXT}`);
const SEQUENCES = new RegExp(`${LEAD}${NEXT}{1,3}`, 'g');

/** What ordinary text has after a letter that can also be the first of a sequence: "RENÉ…", "KILIÇ–DEMIR", "GENÇ’IN". */
const PUNCTUATION = /^[\u00a0\u00b7\u00bb‚„…‹›‘’“”•–—]$/;

/** What names and their punctuation are made of: letters of Latin 1, of Europe's languages, Hawaiian and Vietnamese. */
const OF_NAMES =
	/^[\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f\u018f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0259\u02bb\u02bc\u1e00-\u1eff]$/;
/** The marks of word processors, what is left of them where ISO 8859-1 was read, and other letters of Windows-1252. */
const MARK = /^[\u0080-\u00bf\u0192\u02c6\u02dc\u2010-\u2026\u2030-\u203a\u20ac\u2122]$/;
const LETTER_OR_SYMBOL = /^[\p{L}\p{M}\p{N}\p{S}\p{P}\p{Emoji_Presentation}]$/u;
const NOT_ASCII = /\P{ASCII}/u;

/** Bytes that gave no letter when they were read, so that the rest is not certain either. */
const NO_LETTER = /[\u0080-\u009f]/;
/** U+FEFF as Windows-1252 shows it. */
const BYTE_ORDER_MARK = 'ï»¿';
/** What is left of a curly quote whose last byte has no letter in Windows-1252. */
const TORN_QUOTE = 'â€';
const LOST_LETTER = '\ufffd';

/** A text whose bytes were read wrong. */
export interface Misreading {
	/** The text before; undefined where a letter of it is lost for good. */
	readonly repaired: string | undefined;
	/** Whether all of the text was read wrong, down to the last letter: then nothing of it is a guess. */
	readonly isWhole: boolean;
}

/** How a text was read wrong; undefined if no part of it was for certain. */
export function misreadingOf(text: string): Misreading | undefined {
	let repaired = text;
	let isWhole = true;
	let isCertain = false;
	for (let times = 0; times < MAX_TIMES; times++) {
		const once = decodedOnce(repaired, isCertain);
		if (once.text === repaired) break;
		({ text: repaired } = once);
		isWhole &&= once.isWhole;
		isCertain = true;
	}
	const isLost = repaired.includes(LOST_LETTER) && !text.includes(LOST_LETTER);
	if (isLost || repaired.includes(TORN_QUOTE)) return { repaired: undefined, isWhole: false };
	return repaired === text || NO_LETTER.test(repaired) || repaired.includes(LOST_LETTER)
		? undefined
		: { repaired, isWhole };
}

/** How many UTF-16 units at the start of a text are a byte order mark that was read as letters; 0 if none. */
export function misreadByteOrderMark(text: string): number {
	return text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
}

/** Letters that are a complete character as bytes of UTF-8. */
interface Sequence {
	readonly character: string;
	/** The letters. */
	readonly letters: string;
	/** UTF-16 offset in the text. */
	readonly at: number;
}

/**
 * The text with each sequence decoded that gives a likely letter.
 *
 * @param isCertain whether the text was read wrong for certain, by what was decoded before.
 */
function decodedOnce(text: string, isCertain: boolean): { readonly text: string; readonly isWhole: boolean } {
	const sequences = sequencesIn(text);
	const isForeign = hasForeignWord(sequences);
	const isClear = isCertain || isForeign || sequences.some(isClearlyMisread);
	let after = '';
	let rest = '';
	let end = 0;
	for (const sequence of sequences) {
		const { character, letters, at } = sequence;
		const isMisread =
			isClearlyMisread(sequence) ||
			(isForeign && LETTER_OR_SYMBOL.test(character)) ||
			(isClear ? isLikely(character) : isOutOfPlace(sequence, text));
		if (!isMisread) continue;
		after += text.slice(end, at) + character;
		rest += text.slice(end, at);
		end = at + letters.length;
	}
	return { text: after + text.slice(end), isWhole: !NOT_ASCII.test(rest + text.slice(end)) };
}

function sequencesIn(text: string): readonly Sequence[] {
	return [...text.matchAll(SEQUENCES)].flatMap(({ 0: letters, index }) => {
		const decoded = decode(letters);
		return decoded
			? [{ character: decoded.character, letters: letters.slice(0, decoded.length), at: index }]
			: [];
	});
}

/** Whether two letters of another alphabet follow each other: a single one can be chance. */
function hasForeignWord(sequences: readonly Sequence[]): boolean {
	const foreign = sequences.filter(({ character }) => /^\p{L}$/u.test(character) && !isLikely(character));
	return foreign.some(({ at }, index) => {
		const before = foreign[index - 1];
		return before !== undefined && before.at + before.letters.length === at;
	});
}

function isLikely(character: string): boolean {
	return OF_NAMES.test(character) || MARK.test(character);
}

/** Whether no ordinary text has these letters in a row. */
function isClearlyMisread({ character, letters }: Sequence): boolean {
	const [, ...next] = letters;
	if (letters.length > 2 && isLikely(character)) return true;
	if (next.every((one) => PUNCTUATION.test(one))) return false;
	return (
		isLikely(character) ||
		character === LOST_LETTER ||
		(letters.length > 2 && LETTER_OR_SYMBOL.test(character))
	);
}

/** Whether a letter and a punctuation mark cannot follow each other here, as in "MUÃ‘OZ" and "Ã–zil". */
function isOutOfPlace({ character, letters, at }: Sequence, text: string): boolean {
	const before = text.charAt(at - 1);
	const after = text.charAt(at + letters.length);
	if (!OF_NAMES.test(character) && character !== '\u00a0') return false;
	// No capital follows a small letter.
	if (/\p{Ll}/u.test(before)) return true;
	if (!/\p{L}/u.test(after)) return false;
	const [first, mark = ''] = letters;
	if (mark === '»') return !text.includes('«');
	const isCapital = /\p{Lu}/u.test(character);
	if (!/\p{L}/u.test(before)) return isCapital && /\p{Ll}/u.test(after);
	// A quote that opens, inside of a word.
	return isCapital && first === 'Ã' && '‘“‚„'.includes(mark);
}

/** The first character that the letters are as bytes of UTF-8, and how many of them it takes; undefined if none. */
function decode(sequence: string): { readonly character: string; readonly length: number } | undefined {
	const lead = sequence.charCodeAt(0);
	const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
	if (sequence.length < length) return undefined;
	let code = lead & (0x7f >> length);
	for (let at = 1; at < length; at++) code = (code << 6) | (byteOf(sequence.charAt(at)) & 0x3f);
	const shortest = [0x80, 0x800, 0x10000][length - 2] ?? 0;
	const isValid = code >= shortest && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
	return isValid ? { character: String.fromCodePoint(code), length } : undefined;
}

function byteOf(character: string): number {
	return byteByCharacter.get(character) ?? character.charCodeAt(0);
}
