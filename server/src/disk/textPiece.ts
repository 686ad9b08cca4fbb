import { type Fields, recordReader } from '../csv/scan';
import type { FileBytes } from './fileBytes';

/** A part of a file's text that starts where a line does, and can be had longer. */
export class TextPiece {
	text: string;
	/** The byte offset behind the text. */
	end: number;
	/** The length of the text, in UTF-16 units, that lies before the limit; infinite where it does not reach it. */
	own = Number.POSITIVE_INFINITY;

	/**
	 * @param start where a line starts, in bytes.
	 * @param limit where another one does; at first the text stops there, and else after about a piece's size.
	 */
	constructor(
		private readonly file: FileBytes,
		readonly start: number,
		private readonly limit: number,
	) {
		this.end = start;
		this.text = '';
		this.grow();
	}

	/** Reads the record at an offset of the text into `fields`, and returns where the next one starts. */
	scan(start: number, fields: Fields): number {
		let next = recordReader.read(this.text, start, fields);
		while (fields.sawEnd && this.grow()) next = recordReader.read(this.text, start, fields);
		return next;
	}

	/** Adds what comes next; false at the end of the file. */
	grow(): boolean {
		const { file, end, limit } = this;
		if (end >= file.size) return false;
		const last = end < limit ? limit : file.size;
		const wanted = end + file.portions.piece;
		this.end = wanted >= last ? last : Math.min(last, file.lineStart(wanted));
		this.text += file.text(end, this.end);
		if (this.end === limit) this.own = this.text.length;
		return true;
	}
}
