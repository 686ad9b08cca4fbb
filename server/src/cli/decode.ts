/** Bytes to text, and what only the bytes show. */

import type { CsvDocument } from '../csv/document';
import type { FileView } from '../rules/rule';

export interface Decoded {
	/** Without the byte order mark, which no editor shows: the header's first field stands in column 1. */
	readonly text: string;
	/** Whether UTF-8 text came with one. */
	readonly byteOrderMark: boolean;
	readonly utf16: boolean;
}

/** Decodes UTF-8, where every byte that is none becomes U+FFFD, and UTF-16. */
export function decode(bytes: Uint8Array): Decoded {
	const utf16 = utf16Of(bytes);
	return {
		text: new TextDecoder(utf16 ?? 'utf-8').decode(bytes),
		byteOrderMark: bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf,
		utf16: utf16 !== undefined,
	};
}

/** UTF-16 says so by its mark, or is every other byte a NUL in the column names; UTF-8 text holds no NUL. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
	if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
	const start = bytes.subarray(0, 200);
	const even = start.filter((byte, index) => byte === 0 && index % 2 === 0).length;
	const odd = start.filter((byte, index) => byte === 0 && index % 2 === 1).length;
	if (even + odd === 0 || (even + odd) * 4 < start.length) return undefined;
	return odd >= even ? 'utf-16le' : 'utf-16be';
}

/** NULs in place of the header: by them csv/encoding knows UTF-16, whatever letters the header is written in. */
export function withNullHeader(text: string): string {
	return text.replace(/^[^\r\n]*/, (header) => '\0'.repeat(Math.max(1, header.length)));
}

/** How often each line break ends a record; one inside a quoted field is part of a value. */
export function countLineBreaks(document: CsvDocument): FileView['lineBreaks'] {
	document.readAll();
	const counts = { crlf: 0, lf: 0, cr: 0 };
	for (const block of document.blocks) {
		for (let record = 0; record < block.records; record++) {
			const end = block.endOf(record);
			const last = block.text[end - 1];
			if (last === '\r') counts.cr++;
			else if (last === '\n') counts[block.text[end - 2] === '\r' ? 'crlf' : 'lf']++;
		}
	}
	return counts;
}
