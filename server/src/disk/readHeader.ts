import { countLineBreaksIn } from '../csv/lineBreaks';
import { valueIn } from '../csv/quote';
import { Fields } from '../csv/scan';
import type { FileView } from '../rules/views';
import type { FileBytes } from './fileBytes';
import { countRecords } from './rangeCheck';
import { TextPiece } from './textPiece';

/** The first record of a file. */
export interface DiskHeader {
	/** Without its line break. */
	readonly text: string;
	readonly values: readonly string[];
	/** Whether the whole file holds nothing but blanks. */
	readonly empty: boolean;
	/** Where the first row below it starts, in bytes, and on which line, 0-based. */
	readonly end: number;
	readonly lines: number;
	readonly lineBreaks: FileView['lineBreaks'];
	readonly recordsLeft: () => number;
}

/** Reads the header at byte `start`. */
export function readHeader(bytes: FileBytes, start: number): DiskHeader {
	const fields = new Fields();
	const piece = new TextPiece(bytes, start, bytes.size);
	const next = piece.scan(0, fields);
	const text = piece.text.slice(0, fields.end);
	const lineBreak = piece.text.slice(fields.end, next);
	const lines = countLineBreaksIn(piece.text, 0, next);
	return {
		text,
		values:
			piece.text === ''
				? []
				: Array.from({ length: fields.count }, (_, column) => valueIn(piece.text, fields, column)),
		empty: text.trim() === '' && bytes.size < 10_000 && piece.text.trim() === '',
		end: next >= piece.text.length ? piece.end : bytes.skipLines(start, lines),
		lines,
		lineBreaks: {
			crlf: Number(lineBreak === '\r\n'),
			lf: Number(lineBreak === '\n'),
			cr: Number(lineBreak === '\r'),
		},
		recordsLeft: () => countRecords(piece, 0),
	};
}
