import { readFileSync } from 'node:fs';
import { valuesIn } from '../csv/quote';
import { Fields, recordReader } from '../csv/scan';
import { detectUtf16 } from '../csv/utf16';
import { withReason } from './cannotCheck';
import { FileBytes } from './fileBytes';

const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;
/** How many bytes show the encoding. */
const FIRST_BYTES = 200;

/** A file's bytes as UTF-8, and how the file was written. */
export interface OpenedFile {
	readonly bytes: FileBytes;
	/** Whether the text is UTF-8 and has a byte order mark. */
	readonly byteOrderMark: boolean;
	/** Byte offset of the text: after the byte order mark, which no editor shows. */
	readonly start: number;
	/** The column names of a UTF-16 file, which `bytes` lacks; undefined for any other file. */
	readonly names: readonly string[] | undefined;
}

/**
 * Opens a file. A UTF-16 file is read whole, as its only finding is that it is UTF-16: it need not be fast. Throws
 * `CannotCheck`.
 */
export function openForCheck(path: string): OpenedFile {
	const bytes = FileBytes.open(path);
	const firstBytes = bytes.read(0, Math.min(FIRST_BYTES, bytes.size));
	const utf16 = detectUtf16(firstBytes);
	if (utf16) {
		bytes.close();
		const text = withReason(path, () => new TextDecoder(utf16).decode(readFileSync(path)));
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
