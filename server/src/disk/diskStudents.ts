import { idsOf, likeliestFirst, withoutLeadingZeros } from '../check/dataset/studentIds';
import { MOST_ROWS, type StudentLookup } from '../check/dataset/studentLookup';
import { RecordRow } from '../check/record/recordRow';
import { Fields } from '../csv/scan';
import { KeyNumbers, NONE } from '../hash/keyNumbers';
import { hashOf, NO_KEY, otherHashOf } from '../hash/textHash';
import type { Layout } from '../rules/layout';
import type { AlternateId, Row } from '../rules/views';
import type { FileBytes } from './fileBytes';
import type { KeptValues } from './rangeCheck';
import { type PlacedRange, RangeReader } from './rangeReader';

/** A range with the values of some columns. */
export type KeptRange = PlacedRange & { readonly kept: KeptValues };

/**
 * The students of a file on the disk. What is held of a row are two hashes of its id, by which rows of one student are
 * told, and a number for each value that is compared.
 */
export class FileStudents implements StudentLookup {
	/** One of `#values` for each row and column. */
	readonly #ids: Int32Array;
	readonly #values: string[] = [];
	readonly #students: KeyNumbers;
	/** Each student's first row. */
	readonly #first: Int32Array;
	/** The student's next row, of each; 0, which is nobody's next one, where there is none. */
	readonly #next: Int32Array;
	readonly #doubtful = new Set<number>();
	readonly #others = new Map<string, AlternateId[]>();

	constructor(
		private readonly layout: Layout,
		private readonly ranges: readonly KeptRange[],
		/** The columns whose values the ranges have kept, 0-based. */
		private readonly columns: readonly number[],
	) {
		const rows = ranges.reduce((sum, { records }) => sum + records, 0);
		this.#students = new KeyNumbers(rows);
		this.#first = new Int32Array(rows);
		this.#ids = new Int32Array(rows * columns.length);
		this.#next = new Int32Array(rows);
		this.#fill();
	}

	rowsOf(id: string): readonly Row[] {
		const student = this.#students.find(hashOf(id, 0, id.length), otherHashOf(id, 0, id.length));
		if (student === NONE) return [];
		const rows: Row[] = [];
		for (let row = this.#first[student] as number; rows.length < MOST_ROWS; row = this.#next[row] as number) {
			rows.push(this.#rowAt(row));
			if (this.#next[row] === 0) break;
		}
		return rows;
	}

	mayBeUnreadable(id: string): boolean {
		return this.#doubtful.has(hashOf(id, 0, id.length));
	}

	/** All that `learn` was asked about is known. */
	readOthers(): boolean {
		return false;
	}

	othersOf(id: string): readonly AlternateId[] {
		return likeliestFirst(this.#others.get(id) ?? [], this.layout.table);
	}

	/** Reads the file once more, to find out whom these ids may mean. */
	learn(ids: ReadonlySet<string>, bytes: FileBytes): void {
		const bare = new Map<string, string[]>();
		for (const id of ids)
			bare.set(withoutLeadingZeros(id), [...(bare.get(withoutLeadingZeros(id)) ?? []), id]);
		const row = new RecordRow(this.layout, new Fields());
		for (const range of this.ranges) {
			const reader = new RangeReader(bytes, range);
			range.keys.forEach((key, index) => {
				if (key === NO_KEY) return;
				const place = reader.place(index);
				row.read(place.text, place.start);
				const own = row.at(this.layout.keyIndex).trim();
				for (const id of bare.get(withoutLeadingZeros(own)) ?? [])
					this.#mean(id, { id: own, column: undefined });
				for (const [column, id] of idsOf(row)) if (ids.has(id)) this.#mean(id, { id: own, column });
			});
		}
	}

	#mean(id: string, other: AlternateId): void {
		const known = this.#others.get(id);
		if (!known) this.#others.set(id, [other]);
		else if (known.length < MOST_ROWS) known.push(other);
	}

	#fill(): void {
		const last = new Map<number, number>();
		const numbers = new Map<string, number>();
		let row = 0;
		for (const { keys, doubtful, kept } of this.ranges) {
			const own = kept.values.map((value) => {
				const known = numbers.get(value) ?? this.#values.length;
				if (known === this.#values.length) this.#values.push(value);
				numbers.set(value, known);
				return known;
			});
			const { length } = this.columns;
			kept.ids.forEach((id, at) => {
				this.#ids[row * length + at] = own[id] as number;
			});
			for (const hash of [...doubtful.values()].flat()) this.#doubtful.add(hash);
			keys.forEach((key, index) => {
				if (key !== NO_KEY) this.#add(row, key, kept.otherKeys[index] as number, last);
				row++;
			});
		}
	}

	/** @param last the last row of each student who has several. */
	#add(row: number, key: number, otherKey: number, last: Map<number, number>): void {
		const added = this.#students.add(key, otherKey);
		if (added !== NONE) {
			this.#first[added] = row;
			return;
		}
		const student = this.#students.find(key, otherKey);
		this.#next[last.get(student) ?? (this.#first[student] as number)] = row;
		last.set(student, row);
	}

	#rowAt(row: number): Row {
		const { layout, columns } = this;
		const at = (column: number): string | undefined => {
			const place = columns.indexOf(column);
			return place < 0 ? undefined : this.#values[this.#ids[row * columns.length + place] as number];
		};
		return {
			layout,
			column: (name) => layout.indexOf(name),
			value: (name) => at(layout.indexOf(name)),
		};
	}
}
