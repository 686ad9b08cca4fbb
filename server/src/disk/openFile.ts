import { valuesIn } from '../csv/quote';
import { Fields, recordReader } from '../csv/scan';
import { detectUtf16 } from '../csv/utf16';
import { CannotCheck, withReason } from './cannotCheck';
import { FileBytes } from './fileBytes';
import { RegularFile } from './regularFile';

const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;
/** How many bytes show the encoding. */
const FIRST_BYTES = 200;
/** A UTF-16 file is at least as long as its text is, and no text may have more UTF-16 units than half of this. */
const MAX_UTF16_BYTES = 2 ** 30;

/** A file's bytes as UTF-8, and how the file was written. */
export interface DiskText {
	readonly bytes: FileBytes;
	/** Whether the text is UTF-8 and has a byte order mark. */
	readonly byteOrderMark: boolean;
	/** Byte offset of the text: after the byte order mark, which no editor shows. */
	readonly start: number;
	/** The column names of a UTF-16 file, which `bytes` lacks; undefined for any other file. */
	readonly names: readonly string[] | undefined;
}

/** A file that is open until its `source` is closed. */
export interface OpenedFile extends DiskText {
	readonly source: RegularFile;
}

/**
 * Opens a file. A UTF-16 file is read whole, as its only finding is that it is UTF-16: it need not be fast. Throws
 * `CannotCheck`.
 */
export function openForCheck(path: string): OpenedFile {
	const source = RegularFile.open(path);
	try {
		return { source, ...textIn(FileBytes.in(source.file), path) };
	} catch (error) {
		source.close();
		throw error;
	}
}

/** Bytes that are in memory, as if they were a file's. Throws `CannotCheck` with `path`. */
export function textInMemory(bytes: Uint8Array, path: string): DiskText {
	return textIn(FileBytes.holding(bytes), path);
}

function textIn(bytes: FileBytes, path: string): DiskText {
	const firstBytes = bytes.read(0, Math.min(FIRST_BYTES, bytes.size));
	const utf16 = detectUtf16(firstBytes);
	if (utf16) {
		if (bytes.size > MAX_UTF16_BYTES) throw new CannotCheck(`${path}: the file is too large`);
		const text = withReason(path, () => new TextDecoder(utf16).decode(bytes.read(0, bytes.size)));
		const header = new Fields();
		recordReader.read(text, 0, header);
		const names = valuesIn(text, header);
		return { bytes: FileBytes.of(withNulHeader(text)), byteOrderMark: false, start: 0, names };
	}
	const byteOrderMark = UTF8_MARK.every((byte, index) => firstBytes[index] === byte);
	return { bytes, byteOrderMark, start: byteOrderMark ? UTF8_MARK.length : 0, names: undefined };
}

/** NULs in place of the header: by them csv/encoding recognizes UTF-16, in whatever letters the header is written. */
function withNulHeader(text: string): string {
	return text.replace(/^[^\r\n]*/, (header) => '\0'.repeat(Math.max(1, header.length)));
}
