import { Fields } from '../../csv/scan';
import { HashMultimap } from '../../hash/hashMultimap';
import { hashOf, NO_KEY } from '../../hash/textHash';
import type { Layout } from '../../rules/layout';
import type { AlternateId } from '../../rules/views';
import type { CheckedBlock } from '../live/checkedBlock';
import { RecordRow } from '../record/recordRow';
import { withoutLeadingZeros } from './studentIds';
import { MOST_ROWS } from './studentLookup';

/** By what a student can be found besides the key: a column, or the key without its leading zeros. */
interface IdColumn {
	readonly column: string | undefined;
	readonly idIn: (row: RecordRow) => string;
}

/** In which blocks of a roster a student's other ids stand. Reads a block when it is asked to, not when it comes. */
export class AlternateIds {
	readonly #ways: readonly IdColumn[];
	readonly #waiting = new Set<CheckedBlock>();
	/** For each block that was read, a hash per way and record. */
	readonly #hashes = new Map<CheckedBlock, Int32Array>();
	readonly #blocks = new HashMultimap<CheckedBlock>();
	readonly #row: RecordRow;

	constructor(
		private readonly layout: Layout,
		blocks: Iterable<CheckedBlock>,
		/** Told of each id that came or went, by its hash. */
		private readonly touched: (hash: number) => void,
	) {
		const { otherIds } = layout.table;
		this.#ways = [
			{ column: undefined, idIn: withoutZeros },
			...otherIds
				.filter((column) => layout.indexOf(column) >= 0)
				.map((column) => ({ column, idIn: (row: RecordRow) => row.value(column)?.trim() ?? '' })),
		];
		this.#row = new RecordRow(layout, new Fields());
		for (const block of blocks) this.add(block);
	}

	add(block: CheckedBlock): void {
		this.#waiting.add(block);
	}

	remove(block: CheckedBlock): void {
		this.#waiting.delete(block);
		for (const hash of this.#hashes.get(block) ?? []) {
			if (hash !== NO_KEY && this.#blocks.delete(hash, block)) this.touched(hash);
		}
		this.#hashes.delete(block);
	}

	/** Reads a block that waits; false where none does. */
	read(): boolean {
		const [block] = this.#waiting;
		if (!block) return false;
		this.#waiting.delete(block);
		const hashes = new Int32Array(block.keys.length * this.#ways.length);
		block.keys.forEach((key, index) => {
			if (key === NO_KEY) return;
			const row = this.#read(block, index);
			this.#ways.forEach(({ idIn }, way) => {
				const id = idIn(row);
				if (id !== '') hashes[index * this.#ways.length + way] = hashOf(id, 0, id.length);
			});
		});
		this.#hashes.set(block, hashes);
		for (const hash of hashes) {
			if (hash === NO_KEY) continue;
			this.#blocks.add(hash, block);
			this.touched(hash);
		}
		return true;
	}

	/** The students whom an id that is no key names in another way, as far as the blocks are read. */
	of(id: string): readonly AlternateId[] {
		const found: AlternateId[] = [];
		for (const [way, { column, idIn }] of this.#ways.entries()) {
			const wanted = column === undefined ? withoutLeadingZeros(id) : id;
			const hash = hashOf(wanted, 0, wanted.length);
			for (const block of this.#blocks.get(hash).sort((a, b) => a.position - b.position)) {
				const hashes = this.#hashes.get(block) as Int32Array;
				for (let at = hashes.indexOf(hash); at >= 0; at = hashes.indexOf(hash, at + 1)) {
					if (at % this.#ways.length !== way) continue;
					const row = this.#read(block, Math.floor(at / this.#ways.length));
					const key = row.at(this.layout.keyIndex).trim();
					if (idIn(row) === wanted) found.push({ id: key, column });
					if (found.length === MOST_ROWS) return found;
				}
			}
		}
		return found;
	}

	#read(block: CheckedBlock, index: number): RecordRow {
		return block.read(this.#row, index);
	}
}

/** Only where there are any: without them it is the key itself. */
function withoutZeros(row: RecordRow): string {
	const id = row.at(row.layout.keyIndex);
	const bare = withoutLeadingZeros(id.trim());
	return bare === id ? '' : bare;
}
