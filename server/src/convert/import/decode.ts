/** Decodes the bytes of an export. */

import { TextDecoder } from '@exodus/bytes/encoding-lite.js';
import { detectUtf16 } from '../../csv/utf16';
import type { Encoding } from './exportFormat';

/** A text without its byte order mark, or why there is none, in sentences for people. */
export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly problem: string };

/** How many bytes from the start show whether the file is text, and whether it is UTF-16. */
const START = 200;

/**
 * Decodes bytes as `wantedEncoding`, or else by their byte order mark, or else as what they look like: UTF-16 by its NUL
 * bytes, UTF-8 where at least half of the sequences of bytes above ASCII are valid, and otherwise Windows-1252, which
 * Windows programs in the US write. One wrong byte in a file of UTF-8 must not spoil all of its letters: it becomes
 * U+FFFD. Detectors that count letter pairs mistake a roster for Polish, since names and codes are not prose; a person
 * who sees wrong letters can name another encoding.
 *
 * The decoder comes from a library, since Node's own decodes € and curly quotes of Windows-1252 wrong (nodejs/node#56542).
 */
export function decode(bytes: Uint8Array, wantedEncoding?: Encoding): Decoded {
	const start = bytes.subarray(0, START);
	const problem = workbookProblem(start);
	if (problem) return { problem };
	const encoding = wantedEncoding ?? detectUtf16(start) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
	const text = new TextDecoder(encoding).decode(bytes);
	if (/\0/.test(text.slice(0, START))) return { problem: 'This file is not text. Export it as CSV.' };
	return { text, encoding };
}

const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;

function isUtf8(bytes: Uint8Array): boolean {
	if (UTF8_MARK.every((byte, index) => bytes[index] === byte)) return true;
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return isMostlyUtf8(bytes);
	}
}

/** Whether valid sequences of two bytes or more are no fewer than the bytes that belong to none, and there is one. */
function isMostlyUtf8(bytes: Uint8Array): boolean {
	let valid = 0;
	let invalid = 0;
	for (let at = 0; at < bytes.length; ) {
		const length = sequenceLength(bytes, at);
		if (length > 1) valid++;
		else if (length === 0) invalid++;
		at += Math.max(1, length);
	}
	return valid > 0 && valid >= invalid;
}

/** The length in bytes of the valid UTF-8 sequence at an offset (Unicode standard, table 3-7); 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
	const first = bytes[at] as number;
	if (first < 0x80) return 1;
	if (first < 0xc2 || first > 0xf4) return 0;
	const second = bytes[at + 1] ?? 0;
	const lowest = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
	const highest = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
	if (second < lowest || second > highest) return 0;
	const length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
	for (let next = at + 2; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0;
	return length;
}

function workbookProblem([first, second, third]: Uint8Array): string | undefined {
	const isZip = first === 0x50 && second === 0x4b && third !== undefined && third < 0x09;
	const isOldExcel = first === 0xd0 && second === 0xcf && third === 0x11;
	return isZip || isOldExcel
		? 'This file is an Excel workbook. Export CSV from your SIS, or save it as "CSV UTF-8" in Excel.'
		: undefined;
}
