/** Cheap looks at a text that tell whether a closer look at a record is worth its time. */

const REPLACEMENT = '\ufffd';
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
/** The first code unit beyond ASCII. */
const ASCII_END = 128;

/** Whether letters were lost when the bytes were decoded: the text then holds U+FFFD. */
export function hasLostLetters(text: string): boolean {
	return text.includes(REPLACEMENT);
}

/** Whether a UTF-16 unit is an ASCII character other than a space or a control character. */
export function isVisibleAscii(unit: number): boolean {
	return unit > SPACE && unit < ASCII_END;
}

/**
 * Whether the record between two UTF-16 offsets holds nothing but whitespace, commas and quotes. True for every
 * record that csv/blank-line could report, so that the answer never depends on the other records of its block.
 */
export function mayBeBlank(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const unit = text.charCodeAt(at);
		if (unit <= SPACE || unit === COMMA || unit === QUOTE) continue;
		if (unit < ASCII_END || text.charAt(at).trim() !== '') return false;
	}
	return true;
}
