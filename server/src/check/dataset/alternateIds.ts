import { trimUnseen } from '../../characters';
import { Fields } from '../../csv/scan';
import { HashMultimap } from '../../hash/hashMultimap';
import { hashOf, NO_KEY } from '../../hash/textHash';
import type { Layout } from '../../rules/layout';
import type { AlternateId } from '../../rules/views';
import type { CheckedBlock } from '../live/checkedBlock';
import { RecordRow } from '../record/recordRow';
import { withoutLeadingZeros } from './studentIds';
import { MAX_ROWS_PER_STUDENT } from './studentLookup';

/** An ID of a student besides the key: a column of the roster, or the key without its leading zeros (no column). */
interface IdColumn {
	readonly column: string | undefined;
	/** Empty if the row has no such ID. */
	readonly idIn: (row: RecordRow) => string;
}

/** Which blocks of a roster hold which IDs besides the keys. Reads the blocks only when `read` is called. */
export class AlternateIds {
	readonly #idColumns: readonly IdColumn[];
	readonly #unread = new Set<CheckedBlock>();
	/** By block that was read: for each record one hash per ID column, `NO_KEY` where it has none. */
	readonly #hashes = new Map<CheckedBlock, Int32Array>();
	readonly #blocks = new HashMultimap<CheckedBlock>();
	readonly #row: RecordRow;

	constructor(
		private readonly layout: Layout,
		blocks: Iterable<CheckedBlock>,
		/** Called with the hash of each ID that is added or removed. */
		private readonly idChanged: (hash: number) => void,
	) {
		const { otherIds } = layout.table;
		this.#idColumns = [
			{ column: undefined, idIn: withoutZeros },
			...otherIds
				.filter((column) => layout.indexOf(column) >= 0)
				.map((column) => ({ column, idIn: (row: RecordRow) => trimUnseen(row.value(column) ?? '') })),
		];
		this.#row = new RecordRow(layout, new Fields());
		for (const block of blocks) this.add(block);
	}

	/** Adds a block, to be read later. */
	add(block: CheckedBlock): void {
		this.#unread.add(block);
	}

	/** Removes a block. */
	remove(block: CheckedBlock): void {
		this.#unread.delete(block);
		for (const hash of this.#hashes.get(block) ?? []) {
			if (hash !== NO_KEY && this.#blocks.delete(hash, block)) this.idChanged(hash);
		}
		this.#hashes.delete(block);
	}

	/** Reads one block; returns false if all are read. */
	read(): boolean {
		const [block] = this.#unread;
		if (!block) return false;
		this.#unread.delete(block);
		const hashes = new Int32Array(block.keys.length * this.#idColumns.length);
		block.keys.forEach((key, index) => {
			if (key === NO_KEY) return;
			const row = this.#read(block, index);
			this.#idColumns.forEach(({ idIn }, nth) => {
				const id = idIn(row);
				if (id !== '') hashes[index * this.#idColumns.length + nth] = hashOf(id, 0, id.length);
			});
		});
		this.#hashes.set(block, hashes);
		for (const hash of hashes) {
			if (hash === NO_KEY) continue;
			this.#blocks.add(hash, block);
			this.idChanged(hash);
		}
		return true;
	}

	/** The students who have this ID as another ID than their key, as far as the blocks are read. */
	of(id: string): readonly AlternateId[] {
		const students: AlternateId[] = [];
		for (const [nth, { column, idIn }] of this.#idColumns.entries()) {
			const wanted = column === undefined ? withoutLeadingZeros(id) : id;
			const hash = hashOf(wanted, 0, wanted.length);
			for (const block of this.#blocks.get(hash).sort((a, b) => a.position - b.position)) {
				const hashes = this.#hashes.get(block) as Int32Array;
				for (let at = hashes.indexOf(hash); at >= 0; at = hashes.indexOf(hash, at + 1)) {
					if (at % this.#idColumns.length !== nth) continue;
					const row = this.#read(block, Math.floor(at / this.#idColumns.length));
					const key = trimUnseen(row.at(this.layout.keyIndex));
					if (idIn(row) === wanted) students.push({ id: key, column });
					if (students.length === MAX_ROWS_PER_STUDENT) return students;
				}
			}
		}
		return students;
	}

	#read(block: CheckedBlock, index: number): RecordRow {
		return block.read(this.#row, index);
	}
}

/** The key without its leading zeros; empty if it has none, as it would be the key again. */
function withoutZeros(row: RecordRow): string {
	const id = row.at(row.layout.keyIndex);
	const bare = withoutLeadingZeros(trimUnseen(id));
	return bare === id ? '' : bare;
}
