import { isUtf8 } from 'node:buffer';
import { getHeapStatistics } from 'node:v8';
import { CannotCheck } from '../../disk/cannotCheck';
import { openForCheck } from '../../disk/openFile';
import { readHeader } from '../../disk/readHeader';
import { readFully } from '../../disk/regularFile';
import { formatNumber } from '../../wording';

const MEGABYTE = 1024 * 1024;
/** In bytes. A text of more UTF-16 units than this may not fit into one string of V8. */
const MAX_BYTES = 500 * MEGABYTE;
/** A file may take this part of the memory that V8 may use: its text, the fixed text and the findings are held at once. */
const MEMORY_SHARE = 1 / 5;

const MARK = [0xef, 0xbb, 0xbf] as const;

/** A file of text in memory. It is closed, and known again where it is replaced. */
export interface TextFile {
	/** As the caller gave it. */
	readonly path: string;
	/** Without the byte order mark. */
	readonly text: string;
	readonly byteOrderMark: boolean;
	/** The names of the columns as they are written. */
	readonly headers: readonly string[];
	/** Throws `CannotCheck` where another file, or other bytes, are at the path by now. */
	assertUnchanged(): void;
}

/** How many bytes of text may be read into the memory at once. */
export function mostTextBytes(): number {
	return Math.min(MAX_BYTES, getHeapStatistics().heap_size_limit * MEMORY_SHARE);
}

/** Reads a file whose text can be changed and written again byte for byte. Throws `CannotCheck` for any other. */
export function readTextFile(path: string): TextFile {
	const { source, bytes: pieces, start, byteOrderMark, names } = openForCheck(path);
	try {
		const { file } = source;
		if (names) throw notUtf8(path, 'it is saved as UTF-16');
		const most = mostTextBytes();
		if (file.size > most) {
			throw new CannotCheck(
				`${path}: the file has more than ${formatNumber(Math.floor(most / MEGABYTE))} MB, too much to be fixed at once. Split it into several files, or fix it in an editor`,
			);
		}
		const headers = readHeader(pieces, start).values;
		const bytes = new Uint8Array(file.size - start);
		readFully(file, bytes, start);
		source.assertUnchanged();
		if (!isUtf8(bytes)) throw notUtf8(path, 'it is not saved as UTF-8');
		const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
		return { path, text, byteOrderMark, headers, assertUnchanged: () => source.assertAtPath() };
	} finally {
		source.close();
	}
}

function notUtf8(path: string, why: string): CannotCheck {
	return new CannotCheck(`${path}: the file cannot be fixed, since ${why}. Save it as "CSV UTF-8" first`);
}

/** The bytes of a text in the form of the file that was read. */
export function encodedAs(text: string, { byteOrderMark }: Pick<TextFile, 'byteOrderMark'>): Uint8Array {
	const encoded = new TextEncoder().encode(text);
	if (!byteOrderMark) return encoded;
	const bytes = new Uint8Array(MARK.length + encoded.length);
	bytes.set(MARK);
	bytes.set(encoded, MARK.length);
	return bytes;
}
