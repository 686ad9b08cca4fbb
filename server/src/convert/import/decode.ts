/** Decodes the bytes of an export. */

import { TextDecoder } from '@exodus/bytes/encoding-lite.js';
import { detectUtf16 } from '../../csv/utf16';
import { isUtf8 } from '../utf8';
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

/** Why bytes are an Excel workbook and no text; undefined for anything else. */
export function workbookProblem([first, second, third]: Uint8Array): string | undefined {
	const isZip = first === 0x50 && second === 0x4b && third !== undefined && third < 0x09;
	const isOldExcel = first === 0xd0 && second === 0xcf && third === 0x11;
	return isZip || isOldExcel
		? 'This file is an Excel workbook. Export CSV from your SIS, or save it as "CSV UTF-8" in Excel.'
		: undefined;
}
