import { countLineBreaksIn } from '../csv/lineBreaks';
import { Fields } from '../csv/scan';
import type { FileBytes } from './fileBytes';
import type { RecordPlace } from './listedFinding';
import { MARK, type RangeResult } from './rangeCheck';
import { TextPiece } from './textPiece';

/** A range, and what stands before it in the file below the header. */
export interface PlacedRange extends RangeResult {
	readonly firstRecord: number;
	readonly firstLine: number;
}

/** Finds records of a range again, asked for in their order. */
export class RangeReader {
	readonly #fields = new Fields();
	#mark = 0;
	#piece: TextPiece | undefined;
	#at = 0;
	#record = 0;
	#line = 0;

	constructor(
		private readonly bytes: FileBytes,
		readonly range: PlacedRange,
	) {}

	/** The lines of the place count from the start of the file. */
	place(index: number): RecordPlace {
		this.#open(index);
		const piece = this.#piece as TextPiece;
		while (this.#record < index) {
			const next = piece.scan(this.#at, this.#fields);
			this.#line += countLineBreaksIn(piece.text, this.#at, next);
			this.#at = next;
			this.#record++;
		}
		return { text: piece.text, start: this.#at, line: this.range.firstLine + this.#line, isHeader: false };
	}

	/** Begins at the last mark before the record. */
	#open(index: number): void {
		const { marks, start, end } = this.range;
		let mark = this.#mark;
		while (mark + MARK < marks.length && (marks[mark + MARK + 1] as number) <= index) mark += MARK;
		if (this.#piece && mark === this.#mark) return;
		this.#mark = mark;
		const limit = mark + MARK < marks.length ? start + (marks[mark + MARK] as number) : end;
		const piece = new TextPiece(this.bytes, start + (marks[mark] as number), limit);
		while (piece.end < limit && piece.grow());
		this.#piece = piece;
		this.#at = 0;
		this.#record = marks[mark + 1] as number;
		this.#line = marks[mark + 2] as number;
	}
}
