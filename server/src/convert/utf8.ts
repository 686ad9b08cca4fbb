/** What bytes show of UTF-8. */

import { TextDecoder } from '@exodus/bytes/encoding-lite.js';

const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;

/** Bytes that are looked at before `pause` is called. */
const SLICE = 0x40000;

/**
 * Whether bytes are UTF-8: by their byte order mark, else by all or most of their letters: valid sequences of two bytes
 * or more are then no fewer than the bytes that belong to none. `pause` is called between slices of the work.
 */
export async function looksLikeUtf8(bytes: Uint8Array, pause: () => Promise<void>): Promise<boolean> {
	if (UTF8_MARK.every((byte, index) => bytes[index] === byte)) return true;
	const strict = new TextDecoder('utf-8', { fatal: true });
	let valid = 0;
	let invalid = 0;
	for (let start = 0; start < bytes.length; ) {
		const end = Math.min(start + SLICE, bytes.length);
		try {
			strict.decode(bytes.subarray(start, end), { stream: end < bytes.length });
			start = end;
		} catch {
			break;
		}
		await pause();
		if (start >= bytes.length) return true;
	}
	for (let at = 0; at < bytes.length; ) {
		const end = Math.min(at + SLICE, bytes.length);
		while (at < end) {
			const length = sequenceLength(bytes, at);
			if (length > 1) valid++;
			else if (length === 0) invalid++;
			at += Math.max(1, length);
		}
		await pause();
	}
	return invalid === 0 || (valid > 0 && valid >= invalid);
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
