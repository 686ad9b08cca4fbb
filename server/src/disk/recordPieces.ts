import { Fields, recordReader } from '../csv/scan';
import type { FileBytes } from './fileBytes';

/** Whole records of a file. */
interface Records {
	readonly text: string;
	/** Always 0: the first record starts with the text. */
	readonly start: number;
	/** How much of the file has been read, from 0 to 1. */
	readonly done: number;
}

/**
 * The records of a file from a byte offset on, at which one starts, in texts of whole records. One text is in memory at a
 * time, of about as many bytes as the file's portions say.
 */
export function* recordPieces(bytes: FileBytes, start: number): Iterable<Records> {
	const { size, portions } = bytes;
	const fields = new Fields();
	/** The start of a record that goes on in the next portion. */
	let rest = '';
	for (let at = start; at < size; ) {
		const wanted = at + portions.piece;
		const end = wanted < size ? bytes.lineStart(wanted) : size;
		const text = rest + bytes.text(at, end);
		const whole = end < size ? endOfWholeRecords(text, fields) : text.length;
		rest = text.slice(whole);
		at = end;
		if (whole > 0) yield { text: text.slice(0, whole), start: 0, done: at / size };
	}
}

/** Where the records of a text end that more text cannot change. The text ends with a line. */
function endOfWholeRecords(text: string, fields: Fields): number {
	if (!text.includes('"')) return text.length;
	for (let at = 0; at < text.length; ) {
		fields.sawEnd = false;
		const next = recordReader.skip(text, at, fields);
		if (fields.sawEnd) return at;
		at = next;
	}
	return text.length;
}
