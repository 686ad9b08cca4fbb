/** Cheap looks at a text that tell whether a closer look at a record is worth its time. */

import { isUnseen, isVisibleAscii } from '../characters';

const REPLACEMENT = '\ufffd';
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;

/** Whether letters were lost when the bytes were decoded: the text then holds U+FFFD. */
export function hasLostLetters(text: string): boolean {
	return text.includes(REPLACEMENT);
}

/**
 * Whether the record between two UTF-16 offsets holds nothing that people see but commas and quotes. True for every
 * record that csv/blank-line could report, so that the answer never depends on the other records of its block.
 */
export function mayBeBlank(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const unit = text.charCodeAt(at);
		if (unit <= SPACE || unit === COMMA || unit === QUOTE) continue;
		if (isVisibleAscii(unit) || !isUnseen(text.charAt(at))) return false;
	}
	return true;
}
