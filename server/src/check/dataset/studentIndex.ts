import { Fields } from '../../csv/scan';
import { hashOf } from '../../hash/textHash';
import type { Layout } from '../../rules/layout';
import type { AlternateId, Row } from '../../rules/views';
import type { CheckedBlock } from '../live/checkedBlock';
import { RecordRow } from '../record/recordRow';
import { AlternateIds } from './alternateIds';
import { likeliestFirst, withoutLeadingZeros } from './studentIds';
import { MOST_ROWS, type StudentLookup } from './studentLookup';

/** Finds the students of one layout of a file, told of the blocks that come and go. */
export class StudentIndex implements StudentLookup {
	/** How many records may hold an id, by its hash. */
	readonly #doubtful = new Map<number, number>();
	readonly #all = new Set<CheckedBlock>();
	#otherIds: AlternateIds | undefined;
	/** Rows are read again and again: kept, one for each that a student may have. */
	readonly #rows: RecordRow[] = [];

	constructor(
		private readonly layout: Layout,
		/** The blocks that hold a key of this hash, in their order. */
		private readonly blocksOf: (hash: number) => readonly CheckedBlock[],
		/** Told of each other id that came or went, by its hash. */
		private readonly touched: (hash: number) => void = () => {},
	) {}

	add(block: CheckedBlock): void {
		this.#all.add(block);
		this.#countDoubtful(block, 1);
		this.#otherIds?.add(block);
	}

	remove(block: CheckedBlock): void {
		this.#all.delete(block);
		this.#countDoubtful(block, -1);
		this.#otherIds?.remove(block);
	}

	rowsOf(id: string): readonly Row[] {
		const hash = hashOf(id, 0, id.length);
		let count = 0;
		for (const block of this.blocksOf(hash)) {
			for (const index of block.withKey(hash)) {
				const row = this.#rows[count] ?? new RecordRow(this.layout, new Fields());
				this.#rows[count] = row;
				if (block.read(row, index).at(this.layout.keyIndex) === id) count++;
				if (count === MOST_ROWS) return this.#rows.slice(0, count);
			}
		}
		return this.#rows.slice(0, count);
	}

	mayBeUnreadable(id: string): boolean {
		return this.#doubtful.has(hashOf(id, 0, id.length));
	}

	readOthers(): boolean {
		this.#otherIds ??= new AlternateIds(this.layout, this.#all, this.touched);
		return this.#otherIds.read();
	}

	/** Reads on where `readOthers` has begun: what came since then may be whom somebody means. */
	readOn(): boolean {
		return this.#otherIds?.read() ?? false;
	}

	othersOf(id: string): readonly AlternateId[] {
		const bare = withoutLeadingZeros(id);
		const isBare = bare !== id && this.rowsOf(bare).length > 0;
		const others = [...(isBare ? [{ id: bare, column: undefined }] : []), ...(this.#otherIds?.of(id) ?? [])];
		return likeliestFirst(others, this.layout.table);
	}

	/** Frees what only `othersOf` needs. */
	forgetOthers(): void {
		this.#otherIds = undefined;
	}

	#countDoubtful({ possibleIds }: CheckedBlock, by: 1 | -1): void {
		for (const hash of [...possibleIds.values()].flat()) {
			const count = (this.#doubtful.get(hash) ?? 0) + by;
			if (count === 0) this.#doubtful.delete(hash);
			else this.#doubtful.set(hash, count);
		}
	}
}
