import { Fields } from '../../csv/scan';
import { hashOf } from '../../hash/textHash';
import type { Layout } from '../../rules/layout';
import type { AlternateId, Row } from '../../rules/views';
import type { CheckedBlock } from '../live/checkedBlock';
import { RecordRow } from '../record/recordRow';
import { AlternateIds } from './alternateIds';
import { likeliestFirst, withoutLeadingZeros } from './studentIds';
import { MAX_ROWS_PER_STUDENT, type StudentLookup } from './studentLookup';

/** Finds the students of a file under one header. The caller adds and removes the checked blocks. */
export class StudentIndex implements StudentLookup {
	/** By hash of an ID, how many records may have it besides their keys. */
	readonly #possibleIds = new Map<number, number>();
	readonly #blocks = new Set<CheckedBlock>();
	/** Created on first use. */
	#alternateIds: AlternateIds | undefined;
	/** Reused from call to call: one for each row that a student may have. */
	readonly #rows: RecordRow[] = [];
	/** For reading single IDs. */
	readonly #row: RecordRow;

	constructor(
		readonly layout: Layout,
		/** The blocks with a key of this hash, in the order of the file. */
		private readonly blocksOf: (hash: number) => readonly CheckedBlock[],
		/** Called with the hash of each alternate ID that is added or removed. */
		private readonly idChanged: (hash: number) => void = () => {},
	) {
		this.#row = new RecordRow(layout, new Fields());
	}

	/** Adds the students of a block. */
	add(block: CheckedBlock): void {
		this.#blocks.add(block);
		this.#countPossibleIds(block, 1);
		this.#alternateIds?.add(block);
	}

	/** Removes the students of a block. */
	remove(block: CheckedBlock): void {
		this.#blocks.delete(block);
		this.#countPossibleIds(block, -1);
		this.#alternateIds?.remove(block);
	}

	rowsOf(id: string): readonly Row[] {
		const hash = hashOf(id, 0, id.length);
		let count = 0;
		for (const block of this.blocksOf(hash)) {
			for (const index of block.withKey(hash)) {
				const row = this.#rows[count] ?? new RecordRow(this.layout, new Fields());
				this.#rows[count] = row;
				if (block.read(row, index).at(this.layout.keyIndex) === id) count++;
				if (count === MAX_ROWS_PER_STUDENT) return this.#rows.slice(0, count);
			}
		}
		return this.#rows.slice(0, count);
	}

	/** The IDs of this hash, almost always one; without those that are not what they look like. */
	idsOf(hash: number): readonly string[] {
		const ids = new Set<string>();
		let rows = 0;
		for (const block of this.blocksOf(hash)) {
			for (const index of block.withKey(hash)) {
				if (rows++ === MAX_ROWS_PER_STUDENT) return [...ids];
				if (!block.possibleIds.has(index)) ids.add(block.read(this.#row, index).at(this.layout.keyIndex));
			}
		}
		return [...ids];
	}

	mayBeUnreadable(id: string): boolean {
		return this.#possibleIds.has(hashOf(id, 0, id.length));
	}

	readAlternates(): boolean {
		this.#alternateIds ??= new AlternateIds(this.layout, this.#blocks, this.idChanged);
		return this.#alternateIds.read();
	}

	/** Reads a block that was added since `readAlternates`, if that was ever called; false if all are read. */
	continueAlternates(): boolean {
		return this.#alternateIds?.read() ?? false;
	}

	alternatesOf(id: string): readonly AlternateId[] {
		const unpadded = withoutLeadingZeros(id);
		const hasUnpadded = unpadded !== id && this.rowsOf(unpadded).length > 0;
		const alternates = [
			...(hasUnpadded ? [{ id: unpadded, column: undefined }] : []),
			...(this.#alternateIds?.of(id) ?? []),
		];
		return likeliestFirst(alternates, this.layout.table);
	}

	/** Frees the memory of what only `alternatesOf` needs. */
	forgetAlternates(): void {
		this.#alternateIds = undefined;
	}

	#countPossibleIds({ possibleIds }: CheckedBlock, by: 1 | -1): void {
		for (const hash of [...possibleIds.values()].flat()) {
			const count = (this.#possibleIds.get(hash) ?? 0) + by;
			if (count === 0) this.#possibleIds.delete(hash);
			else this.#possibleIds.set(hash, count);
		}
	}
}
