import { copyOf } from '../csv/copy';
import { Fields, scanRecord } from '../csv/scan';
import type { Layout } from '../rules/layout';
import type { ActiveRules } from '../service/activeRules';
import type { Finding } from '../service/finding';
import { KeyCheck } from '../service/keyCheck';
import { RecordRow } from '../service/recordRow';
import type { FileBytes } from './fileBytes';
import type { RecordPlace } from './listed';
import { Piece } from './pieces';
import { countLines, type RangeResult, scanOptions } from './rangeCheck';
import type { Repeats } from './repeats';

/** A range, and what stands before it in the file below the header. */
export interface PlacedRange extends RangeResult {
	readonly records: number;
	readonly firstRecord: number;
	readonly firstLine: number;
}

/** Reads the rows of repeated keys once more, and asks the rules on keys about them. */
export function checkRepeats(
	repeats: Repeats,
	ranges: readonly PlacedRange[],
	bytes: FileBytes,
	layout: Layout,
	active: ActiveRules,
	found: (finding: Finding, place: RecordPlace) => void,
): void {
	const row = new RecordRow(layout, new Fields());
	let place: RecordPlace | undefined;
	const check = new KeyCheck<number>(active.key(layout), active, (record, because, finding) => {
		if (place) found({ ...finding, record, because }, place);
	});
	let reader: RangeReader | undefined;
	for (const { range, index } of repeats.rows(ranges)) {
		if (reader?.range !== range) reader = new RangeReader(bytes, range as PlacedRange);
		place = reader.place(index);
		row.read(place.text, place.start, scanOptions);
		const key = row.at(layout.keyIndex);
		check.row(copyOf(key, 0, key.length), row, (range as PlacedRange).firstRecord + index);
	}
}

/** Finds records of a range again, asked for in their order. */
class RangeReader {
	readonly #fields = new Fields();
	#piece: Piece | undefined;
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
		const piece = this.#piece as Piece;
		while (this.#record < index) {
			const next = scanRecord(piece.text, this.#at, this.#fields, scanOptions);
			this.#line += countLines(piece.text, this.#at, next);
			this.#at = next;
			this.#record++;
		}
		return { text: piece.text, start: this.#at, line: this.range.firstLine + this.#line, isHeader: false };
	}

	/** The piece that the record was in when the range was checked, with all that it read then. */
	#open(index: number): void {
		const { pieces, end } = this.range;
		const at = pieces.findLastIndex(([, record]) => record <= index);
		const [byte, record, line] = pieces[at] as (typeof pieces)[number];
		if (this.#piece?.start === byte) return;
		const limit = pieces[at + 1]?.[0] ?? end;
		const piece = new Piece(this.bytes, byte, limit);
		while (piece.end < limit && piece.grow());
		this.#piece = piece;
		this.#at = 0;
		this.#record = record;
		this.#line = line;
	}
}
