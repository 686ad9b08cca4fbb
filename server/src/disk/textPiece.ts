import { Fields, MAX_QUOTED_LINES, recordReader } from '../csv/scan';
import type { FileBytes } from './fileBytes';
import type { RecordPlace } from './listedFinding';

/** A piece of a file's text that starts at a line start. It can grow, up to the end of the file. */
export class TextPiece {
	text: string;
	/** Byte offset where the text ends. */
	end: number;
	/** UTF-16 length of the part of the text before the limit. */
	ownLength = 0;

	/**
	 * @param start byte offset of a line start.
	 * @param limit byte offset of another line start. The text stops there before it grows beyond, and is about as long
	 * as the file's portions say before it gets there.
	 * @param copied a piece with the same start, to begin with its text.
	 */
	constructor(
		private readonly file: FileBytes,
		readonly start: number,
		private readonly limit: number,
		copied?: TextPiece,
	) {
		this.text = copied?.text ?? '';
		this.end = copied?.end ?? start;
		if (!copied) this.grow();
	}

	/** Whether every UTF-16 unit of the text is one byte of the file: an offset in one is an offset in the other. */
	get isSingleByte(): boolean {
		return this.text.length === this.end - this.start;
	}

	/** Reads the record at a UTF-16 offset into `fields`, and returns the offset of the next one. */
	scan(start: number, fields: Fields): number {
		let next = recordReader.read(this.text, start, fields);
		while (fields.sawEnd && this.grow()) next = recordReader.read(this.text, start, fields);
		return next;
	}

	/** The place of a row that starts at a UTF-16 offset, on a 0-based line. */
	rowAt(start: number, line: number): RecordPlace {
		const followsCr = (): boolean =>
			start > 0 ? this.text[start - 1] === '\r' : this.file.followsCr(this.start);
		const { text } = this;
		const textAfter = (): string => {
			const copy = this.copy();
			if (copy.text.length === text.length) copy.grow();
			return copy.text.slice(text.length);
		};
		return { text, start, line, isHeader: false, followsCr, textAfter };
	}

	/** Adds the text that comes next; false at the end of the file. */
	grow(): boolean {
		const { file, end, limit } = this;
		if (end >= file.size) return false;
		const last = end < limit ? limit : file.size;
		const wanted = end + file.portions.piece;
		this.end = wanted >= last ? last : Math.min(last, file.lineStart(wanted));
		this.text += file.text(end, this.end);
		if (this.end <= limit) this.ownLength = this.text.length;
		return true;
	}

	/** A piece with the same text, which grows apart from this one. */
	copy(): TextPiece {
		return new TextPiece(this.file, this.start, this.start, this);
	}
}

/**
 * The text of the records from the one at a UTF-16 offset on: one more than a quoted field may have lines, or up to the
 * end of the file. The piece grows as far as needed.
 */
export function textAhead(piece: TextPiece, start: number): string {
	const fields = new Fields();
	let at = start;
	for (let records = 0; records <= MAX_QUOTED_LINES; records++) {
		if (at >= piece.text.length && !piece.grow()) break;
		at = piece.scan(at, fields);
	}
	return piece.text.slice(start, at);
}
