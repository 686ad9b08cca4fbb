import { countLineBreaksIn } from '../csv/lineBreaks';
import { Fields } from '../csv/scan';
import type { FileBytes } from './fileBytes';
import type { RecordPlace } from './listedFinding';
import { type RangeResult, SEEK_POINT } from './rangeResult';
import { TextPiece } from './textPiece';

/** A range with its place in the file. */
export interface PlacedRange extends RangeResult {
	/** The number of its first record in the file, 0-based; the header is record 0. */
	readonly firstRecord: number;
	/** The line of the file on which its first record starts, 0-based. */
	readonly firstLine: number;
}

/** Adds its place to each range of a file. `headerLines` is the number of lines before the first range. */
export async function* placeRanges(
	ranges: AsyncIterable<RangeResult>,
	headerLines: number,
): AsyncIterable<PlacedRange> {
	let firstRecord = 1;
	let firstLine = headerLines;
	for await (const range of ranges) {
		yield { ...range, firstRecord, firstLine };
		firstRecord += range.records;
		firstLine += range.lines;
	}
}

/** Reads single records of a range again. They must be asked for in ascending order. */
export class RangeReader {
	readonly #fields = new Fields();
	/** Index into the range's seek points. */
	#seekPoint = 0;
	/** The text from the seek point to the next one. */
	#piece: TextPiece | undefined;
	/** UTF-16 offset in the piece of the record that was read last; which record that is, and on which line of the range. */
	#at = 0;
	#record = 0;
	#line = 0;

	constructor(
		private readonly bytes: FileBytes,
		readonly range: PlacedRange,
	) {}

	/** The place of a record by its 0-based index in the range. The line counts from the start of the file. */
	place(index: number): RecordPlace {
		const piece = this.#pieceWith(index);
		while (this.#record < index) {
			const next = piece.scan(this.#at, this.#fields);
			this.#line += countLineBreaksIn(piece.text, this.#at, next);
			this.#at = next;
			this.#record++;
		}
		return piece.rowAt(this.#at, this.range.firstLine + this.#line);
	}

	/** The piece that holds a record: the present one, or the one from the last seek point before the record. */
	#pieceWith(index: number): TextPiece {
		const { seekPoints, start, end } = this.range;
		let point = this.#seekPoint;
		while (
			point + SEEK_POINT < seekPoints.length &&
			(seekPoints[point + SEEK_POINT + 1] as number) <= index
		) {
			point += SEEK_POINT;
		}
		if (this.#piece && point === this.#seekPoint) return this.#piece;
		const next = point + SEEK_POINT;
		const limit = next < seekPoints.length ? start + (seekPoints[next] as number) : end;
		const piece = new TextPiece(this.bytes, start + (seekPoints[point] as number), limit);
		while (piece.end < limit && piece.grow());
		this.#seekPoint = point;
		this.#piece = piece;
		this.#at = 0;
		this.#record = seekPoints[point + 1] as number;
		this.#line = seekPoints[point + 2] as number;
		return piece;
	}
}
