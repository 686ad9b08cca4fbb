import { isEmptyText } from '../characters';
import { countLineBreaksIn } from '../csv/lineBreaks';
import { valuesIn } from '../csv/quote';
import { Fields } from '../csv/scan';
import type { FileView } from '../rules/views';
import { formatNumber } from '../wording';
import { CannotCheck } from './cannotCheck';
import type { FileBytes } from './fileBytes';
import { TextPiece, textAhead } from './textPiece';

/** A file larger than this is not searched for anything but whitespace, in bytes. */
const MAX_BYTES_OF_EMPTY_FILE = 10_000;

/** No file of students has so many columns, and each of them takes memory. */
const MAX_COLUMNS = 100_000;

/** The first record of a file. */
export interface DiskHeader {
	/** Without its line break. */
	readonly text: string;
	readonly values: readonly string[];
	/** Whether the whole file holds nothing but whitespace. */
	readonly empty: boolean;
	/** Byte offset of the first row below it. */
	readonly end: number;
	/** How many lines it has, which is the 0-based line of the first row. */
	readonly lines: number;
	/** The line break at its end, counted. */
	readonly lineBreaks: FileView['lineBreaks'];
	/** The text of the header and of records below it, as `RecordView.ahead` says. */
	readonly ahead: () => string;
}

/** Reads the header, which starts at a byte offset. Throws `CannotCheck` where it has too many columns. */
export function readHeader(bytes: FileBytes, start: number): DiskHeader {
	const fields = new Fields();
	const piece = new TextPiece(bytes, start, bytes.size);
	const next = piece.scan(0, fields);
	if (fields.count > MAX_COLUMNS) {
		const columns = `${formatNumber(fields.count)} columns, and at most ${formatNumber(MAX_COLUMNS)} can be checked`;
		throw new CannotCheck(`${bytes.file?.path ?? 'a text'}: the first row has ${columns}`);
	}
	const text = piece.text.slice(0, fields.end);
	const lineBreak = piece.text.slice(fields.end, next);
	const lines = countLineBreaksIn(piece.text, 0, next);
	return {
		text,
		values: piece.text === '' ? [] : valuesIn(piece.text, fields),
		empty: isEmptyText(text) && bytes.size < MAX_BYTES_OF_EMPTY_FILE && isEmptyText(piece.text),
		end: next >= piece.text.length ? piece.end : bytes.skipLines(start, lines),
		lines,
		lineBreaks: {
			crlf: Number(lineBreak === '\r\n'),
			lf: Number(lineBreak === '\n'),
			cr: Number(lineBreak === '\r'),
		},
		ahead: () => textAhead(piece, 0),
	};
}
