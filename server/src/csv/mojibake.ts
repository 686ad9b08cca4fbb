/** Text in UTF-8 whose bytes were read as letters of Windows-1252, and maybe saved and read so again. */

/** How often a text can have been read wrong. */
const MAX_TIMES = 3;

/** The characters of Windows-1252 for the bytes 0x80 to 0x9F; the five that it leaves free are control characters. */
const FROM_0X80 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const byteByCharacter = new Map([...FROM_0X80].map((character, at) => [character, 0x80 + at] as const));

/** Two characters of which the second cannot follow the first in UTF-8 that was read right, but for names in capitals. */
const LEAD = '[\\u00c2-\\u00f4]';
const NEXT = `[\\u0080-\\u00bf${FROM_0X80}]`;
const SEQUENCES = new RegExp(`${LEAD}${NEXT}{1,3}`, 'g');

/** Latin letters with accents, the marks of word processors, and what is left of these where ISO 8859-1 was read. */
const LATIN_OR_MARK = /^[\u0080-\u024f\u1e00-\u1eff\u2010-\u2026\u2030-\u203a\u20ac\u2122]$/;
const LETTER_OR_SYMBOL = /^[\p{L}\p{M}\p{N}\p{S}\p{P}\p{Emoji_Presentation}]$/u;

/** A byte that is no letter, or a letter that is lost: then the rest is not certain either. */
const LEFT_OVER = /[\u0080-\u009f\ufffd]/;

/** The text before its bytes were read wrong; undefined if no part of it was read wrong for certain. */
export function repairMojibake(text: string): string | undefined {
	let repaired = text;
	for (let times = 0; times < MAX_TIMES; times++) {
		const before = repaired;
		repaired = decodedOnce(repaired);
		if (repaired === before) break;
	}
	return repaired === text || LEFT_OVER.test(repaired) ? undefined : repaired;
}

/** The text with each complete sequence of bytes decoded that gives a likely letter. */
function decodedOnce(text: string): string {
	const isForeign = foreignLetters(text) > 1;
	return text.replace(SEQUENCES, (sequence) => {
		const decoded = decode(sequence);
		if (!decoded || !(isForeign || isLikely(decoded.character, sequence))) return sequence;
		return decoded.character + sequence.slice(decoded.length);
	});
}

/** How many sequences give a letter of another alphabet: a single one can be chance. */
function foreignLetters(text: string): number {
	return (text.match(SEQUENCES) ?? []).filter((sequence) =>
		/^\p{L}$/u.test(decode(sequence)?.character ?? ''),
	).length;
}

function isLikely(character: string, sequence: string): boolean {
	return LATIN_OR_MARK.test(character) || (sequence.length > 2 && LETTER_OR_SYMBOL.test(character));
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
