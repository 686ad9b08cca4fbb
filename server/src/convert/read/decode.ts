/** Decodes the bytes of an export. */

import { TextDecoder } from '@exodus/bytes/encoding-lite.js';
import { detectUtf16 } from '../../csv/utf16';
import { looksLikeUtf8 } from '../utf8';
import { type Encoding, encodings } from './exportFormat';
import { type Pace, UnreadableExport } from './rawExport';

/** How many bytes from the start show whether the file is text, and whether it is UTF-16. */
const START = 200;

/** Bytes that are decoded at once. */
const CHUNK = 0x10000;

/** The encodings of East Asia. Their tables are large, so the host's own decoder reads them. */
const MULTI_BYTE: ReadonlySet<Encoding> = new Set([
	'shift_jis',
	'euc-jp',
	'gbk',
	'gb18030',
	'big5',
	'euc-kr',
]);

/**
 * The encoding of bytes: by their byte order mark, or else what they look like: UTF-16 by its NUL bytes, UTF-8 where at
 * least half of the sequences of bytes above ASCII are valid, and otherwise Windows-1252, which Windows programs in the
 * US write. One wrong byte in a file of UTF-8 must not spoil all of its letters: it becomes U+FFFD. Detectors that count
 * letter pairs mistake a roster for Polish, since names and codes are not prose; a person who sees wrong letters can
 * name another encoding.
 */
export async function detectEncoding(bytes: Uint8Array, pace: Pace): Promise<Encoding> {
	const utf16 = detectUtf16(bytes.subarray(0, START));
	if (utf16) return utf16;
	return (await looksLikeUtf8(bytes, () => pace.step(0))) ? 'utf-8' : 'windows-1252';
}

/**
 * Decodes bytes part by part, without a byte order mark. The decoder comes from a library where it can, since Node's
 * own decodes € and curly quotes of Windows-1252 wrong (nodejs/node#56542).
 */
export class Decoding {
	readonly #decoder: { decode(part: Uint8Array, options: { stream: boolean }): string };
	#at = 0;

	constructor(
		private readonly bytes: Uint8Array,
		encoding: Encoding,
	) {
		try {
			this.#decoder = MULTI_BYTE.has(encoding)
				? new globalThis.TextDecoder(encoding)
				: new TextDecoder(encoding);
		} catch {
			throw new UnreadableExport(
				`${encodings[encoding]} cannot be read here. Save the file as UTF-8 and import that.`,
			);
		}
	}

	/** Whether all bytes are decoded. */
	get isAtEnd(): boolean {
		return this.#at >= this.bytes.length;
	}

	/** How much is decoded, from 0 to 1. */
	get done(): number {
		return this.isAtEnd ? 1 : this.#at / this.bytes.length;
	}

	/** The next part of the text, of at least so many bytes. */
	next(atLeast = CHUNK): string {
		const isStart = this.#at === 0;
		const end = Math.min(this.#at + Math.max(atLeast, CHUNK), this.bytes.length);
		const part = this.bytes.subarray(this.#at, end);
		this.#at = end;
		const text = this.#decoder.decode(part, { stream: end < this.bytes.length });
		if (isStart && text.slice(0, START).includes('\0'))
			throw new UnreadableExport('This file is not text. Export it as CSV or as an Excel workbook (.xlsx).');
		return text;
	}
}
