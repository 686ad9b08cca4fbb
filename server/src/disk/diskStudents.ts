import { trimUnseen } from '../characters';
import { alternateIdsIn, likeliestFirst, withoutLeadingZeros } from '../check/dataset/studentIds';
import { MAX_ROWS_PER_STUDENT, type StudentLookup } from '../check/dataset/studentLookup';
import { RecordRow } from '../check/record/recordRow';
import { Fields } from '../csv/scan';
import { KeyNumbers, NO_NUMBER } from '../hash/keyNumbers';
import { hashesOf, hashOf, NO_KEY } from '../hash/textHash';
import type { Layout } from '../rules/layout';
import type { AlternateId, Row } from '../rules/views';
import type { FileBytes } from './fileBytes';
import { type PlacedRange, RangeReader } from './rangeReader';
import type { KeptValues } from './rangeResult';

/** A range with the values of some columns. */
export type KeptRange = PlacedRange & { readonly kept: KeptValues };

/** A student's ID as its two hashes, in the order of `hashesOf`. */
export interface HashedId {
	readonly key: number;
	readonly otherKey: number;
}

/** What `#nextRows` holds for a student's last row. Row 0 is no row's next one. */
const NO_ROW = 0;

/**
 * The students of a file on the disk. Of a row it holds the two hashes of its ID, which tell the rows of one student
 * from those of another, and one number for each value that is compared. Rows are numbered from 0 over all ranges.
 */
export class DiskStudents implements StudentLookup {
	/** Each different value once. */
	readonly #values: string[] = [];
	/** Indexes into `#values`: for each row one per column. */
	readonly #valueIndexes: Int32Array;
	readonly #students: KeyNumbers;
	/** By student: the first row. */
	readonly #firstRows: Int32Array;
	/** By row: the next row of the same student, or `NO_ROW`. */
	readonly #nextRows: Int32Array;
	/** Hashes of IDs that a row may have besides its key. */
	readonly #possibleIds = new Set<number>();
	readonly #alternates = new Map<string, AlternateId[]>();

	constructor(
		readonly layout: Layout,
		private readonly ranges: readonly KeptRange[],
		/** The columns whose values the ranges have kept, 0-based. */
		private readonly columns: readonly number[],
	) {
		const rows = ranges.reduce((sum, { records }) => sum + records, 0);
		this.#students = new KeyNumbers(rows);
		this.#firstRows = new Int32Array(rows);
		this.#nextRows = new Int32Array(rows);
		this.#valueIndexes = new Int32Array(rows * columns.length);
		this.#addRanges();
	}

	rowsOf(id: string): readonly Row[] {
		const hashes = hashesOf(id, 0, id.length);
		return this.rowsOfHashed({ key: hashes[0] as number, otherKey: hashes[1] as number });
	}

	/** A student's rows, in the order of the file; none if the file does not have the student. */
	rowsOfHashed({ key, otherKey }: HashedId): readonly Row[] {
		const student = this.#students.find(key, otherKey);
		if (student === NO_NUMBER) return [];
		const rows: Row[] = [];
		let row = this.#firstRows[student] as number;
		do {
			rows.push(this.#rowAt(row));
			row = this.#nextRows[row] as number;
		} while (row !== NO_ROW && rows.length < MAX_ROWS_PER_STUDENT);
		return rows;
	}

	mayBeUnreadable(id: string): boolean {
		return this.#possibleIds.has(hashOf(id, 0, id.length));
	}

	/** The same as `mayBeUnreadable`. */
	mayHashedBeUnreadable({ key }: HashedId): boolean {
		return this.#possibleIds.has(key);
	}

	/** Each student once, in the order of the file; without those whose ID is not what it looks like. */
	*students(): Iterable<HashedId> {
		let row = 0;
		for (const { keys, possibleIds, kept } of this.ranges) {
			for (const [index, key] of keys.entries()) {
				const otherKey = kept.otherKeys[index] as number;
				if (key !== NO_KEY && !possibleIds.has(index)) {
					const student = this.#students.find(key, otherKey);
					if (this.#firstRows[student] === row) yield { key, otherKey };
				}
				row++;
			}
		}
	}

	/** Nothing is left to read: `findAlternates` reads the whole file. */
	readAlternates(): boolean {
		return false;
	}

	/** Only for IDs that `findAlternates` was given. */
	alternatesOf(id: string): readonly AlternateId[] {
		return likeliestFirst(this.#alternates.get(id) ?? [], this.layout.table);
	}

	/** Reads the file again, to find the students that each of these unknown IDs may mean. */
	findAlternates(ids: ReadonlySet<string>, bytes: FileBytes): void {
		const byUnpadded = new Map<string, string[]>();
		for (const id of ids) {
			const unpadded = withoutLeadingZeros(id);
			byUnpadded.set(unpadded, [...(byUnpadded.get(unpadded) ?? []), id]);
		}
		const row = new RecordRow(this.layout, new Fields());
		for (const range of this.ranges) {
			const reader = new RangeReader(bytes, range);
			range.keys.forEach((key, index) => {
				if (key === NO_KEY) return;
				const place = reader.place(index);
				row.read(place.text, place.start);
				const studentId = trimUnseen(row.at(this.layout.keyIndex));
				for (const id of byUnpadded.get(withoutLeadingZeros(studentId)) ?? []) {
					this.#addAlternate(id, { id: studentId, column: undefined });
				}
				for (const [column, id] of alternateIdsIn(row)) {
					if (ids.has(id)) this.#addAlternate(id, { id: studentId, column });
				}
			});
		}
	}

	#addAlternate(id: string, alternate: AlternateId): void {
		const alternates = this.#alternates.get(id);
		if (!alternates) this.#alternates.set(id, [alternate]);
		else if (alternates.length < MAX_ROWS_PER_STUDENT) alternates.push(alternate);
	}

	#addRanges(): void {
		const lastRows = new Map<number, number>();
		const indexByValue = new Map<string, number>();
		let row = 0;
		for (const { keys, possibleIds, kept } of this.ranges) {
			const valueIndexes = kept.values.map((value) => {
				const index = indexByValue.get(value) ?? this.#values.length;
				if (index === this.#values.length) this.#values.push(value);
				indexByValue.set(value, index);
				return index;
			});
			const firstValue = row * this.columns.length;
			kept.indexes.forEach((index, at) => {
				this.#valueIndexes[firstValue + at] = valueIndexes[index] as number;
			});
			for (const hashes of possibleIds.values()) for (const hash of hashes) this.#possibleIds.add(hash);
			keys.forEach((key, index) => {
				if (key !== NO_KEY) this.#addRow(row, key, kept.otherKeys[index] as number, lastRows);
				row++;
			});
		}
	}

	/** @param lastRows by student: the last row so far, for students with several rows. */
	#addRow(row: number, key: number, otherKey: number, lastRows: Map<number, number>): void {
		const added = this.#students.add(key, otherKey);
		if (added !== NO_NUMBER) {
			this.#firstRows[added] = row;
			return;
		}
		const student = this.#students.find(key, otherKey);
		this.#nextRows[lastRows.get(student) ?? (this.#firstRows[student] as number)] = row;
		lastRows.set(student, row);
	}

	#rowAt(row: number): Row {
		const { layout, columns } = this;
		return {
			layout,
			column: (name) => layout.indexOf(name),
			value: (name) => {
				const at = columns.indexOf(layout.indexOf(name));
				return at < 0 ? undefined : this.#values[this.#valueIndexes[row * columns.length + at] as number];
			},
		};
	}
}
