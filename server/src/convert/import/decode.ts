/** The bytes of an export as text. */

import { TextDecoder } from '@exodus/bytes/encoding-lite.js';
import { detectUtf16 } from '../../csv/utf16';
import type { Encoding } from './exportFormat';

export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly problem: string };

/** How many bytes show whether a text is UTF-16, and whether it is a text at all. */
const START = 200;

/**
 * The text without its byte order mark. Found out are UTF-16, by its mark or its NULs, and UTF-8, by being valid;
 * all else is Windows-1252, which Windows programs in the US write. Detectors that count letter pairs were tried and
 * take a roster for Polish: names and codes are no prose. Who sees wrong letters names another encoding.
 *
 * The decoder is a library's, since Node's own leaves € and curly quotes of Windows-1252 undecoded (nodejs/node#56542).
 */
export function decode(bytes: Uint8Array, wanted?: Encoding): Decoded {
	const start = bytes.subarray(0, START);
	const problem = notText(start);
	if (problem) return { problem };
	const encoding = wanted ?? detectUtf16(start) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1252');
	const text = new TextDecoder(encoding).decode(bytes);
	if (/\0/.test(text.slice(0, START))) return { problem: 'The file is no text. Export it as CSV.' };
	return { text, encoding };
}

function isUtf8(bytes: Uint8Array): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

function notText([first, second, third]: Uint8Array): string | undefined {
	const isZip = first === 0x50 && second === 0x4b && third !== undefined && third < 0x09;
	const isOldExcel = first === 0xd0 && second === 0xcf && third === 0x11;
	return isZip || isOldExcel
		? 'The file is an Excel workbook. Export it from the student information system as CSV, or save the sheet as "CSV UTF-8".'
		: undefined;
}
