/** Reads a file in any encoding, so that it can be saved as UTF-8. */

import { TextDecoder } from '@exodus/bytes/encoding-lite.js';
import { detectUtf16 } from '../csv/utf16';
import { isOldWorkbook, isZip } from './read/workbook/signatures';
import { sequenceLength } from './utf8';

/** The text of a file without its byte order mark, or why it cannot be read, in a sentence for people. */
export type Reencoded =
	| {
			readonly text: string;
			/** How the file is saved, for people. */
			readonly savedAs: 'UTF-8' | 'UTF-16' | 'Windows-1252' | 'a mix of UTF-8 and Windows-1252';
			/** How many letters were lost before the file was saved: it holds U+FFFD itself. */
			readonly lostLetters: number;
	  }
	| { readonly problem: string };

/** How many bytes from the start show the encoding. */
const START = 200;

/**
 * Decodes UTF-16 by its mark or its NUL bytes, and any other file by its sequences of bytes: those that are UTF-8 as
 * UTF-8, and every other byte above ASCII as Windows-1252. A file that two programs have written holds both.
 */
export function readForUtf8(bytes: Uint8Array): Reencoded {
	const start = bytes.subarray(0, START);
	if (isZip(start) || isOldWorkbook(start)) {
		return {
			problem:
				'This file is an Excel workbook. Export CSV from your SIS, or save it as "CSV UTF-8" in Excel.',
		};
	}
	const utf16 = detectUtf16(start);
	if (utf16) {
		const text = new TextDecoder(utf16).decode(bytes);
		return { text, savedAs: 'UTF-16', lostLetters: lettersLostIn(text) };
	}
	const parts: string[] = [];
	const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
	const windows1252 = new TextDecoder('windows-1252');
	let hasUtf8 = false;
	let hasOther = false;
	for (let at = 0; at < bytes.length; ) {
		const from = at;
		let length = sequenceLength(bytes, at);
		const isValid = length > 0;
		for (; at < bytes.length && length > 0 === isValid; length = sequenceLength(bytes, at)) {
			if (length > 1) hasUtf8 = true;
			at += Math.max(1, length);
		}
		if (!isValid) hasOther = true;
		parts.push((isValid ? utf8 : windows1252).decode(bytes.subarray(from, at)));
	}
	const text = parts.join('').replace(/^\ufeff/, '');
	const savedAs = !hasOther ? 'UTF-8' : hasUtf8 ? 'a mix of UTF-8 and Windows-1252' : 'Windows-1252';
	return { text, savedAs, lostLetters: lettersLostIn(text) };
}

function lettersLostIn(text: string): number {
	return text.split('\ufffd').length - 1;
}
