/** What bytes show of UTF-8. */

import { TextDecoder } from '@exodus/bytes/encoding-lite.js';

const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;

/** Whether bytes are UTF-8: by their byte order mark, else by all or most of their letters. */
export function isUtf8(bytes: Uint8Array): boolean {
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
export function sequenceLength(bytes: Uint8Array, at: number): number {
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
