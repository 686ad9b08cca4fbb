/** What the first bytes of a file tell. */
import { readFileSync } from 'node:fs';
import { detectUtf16 } from '../csv/utf16';
import { withReason } from './cannotCheck';
import { FileBytes } from './fileBytes';

const UTF8_MARK = [0xef, 0xbb, 0xbf] as const;

/** A file's bytes as UTF-8, and how it was written. */
export interface OpenedFile {
	readonly bytes: FileBytes;
	/** Whether UTF-8 text came with a byte order mark. */
	readonly byteOrderMark: boolean;
	/** Where the text starts, in bytes: behind the mark, which no editor shows. */
	readonly start: number;
	/** For UTF-16 the columns' names, which `bytes` lacks; undefined for all other text. */
	readonly names: readonly string[] | undefined;
}

/** Opens a file. What is UTF-16 is read whole: all that is to be said of it is that it is. */
export function openText(path: string): OpenedFile {
	const bytes = FileBytes.open(path);
	const first = bytes.read(0, Math.min(200, bytes.size));
	const utf16 = detectUtf16(first);
	if (utf16) {
		bytes.close();
		const text = withReason(path, () => new TextDecoder(utf16).decode(readFileSync(path)));
		const names = (/^[^\r\n]*/.exec(text)?.[0] ?? '').split(',');
		return { bytes: FileBytes.of(withNullHeader(text)), byteOrderMark: false, start: 0, names };
	}
	const byteOrderMark = UTF8_MARK.every((byte, index) => first[index] === byte);
	return { bytes, byteOrderMark, start: byteOrderMark ? UTF8_MARK.length : 0, names: undefined };
}

/** NULs in place of the header: by them csv/encoding knows UTF-16, whatever letters the header is written in. */
function withNullHeader(text: string): string {
	return text.replace(/^[^\r\n]*/, (header) => '\0'.repeat(Math.max(1, header.length)));
}
