import type { Block } from '../../csv/block';
import type { OffsetEdit } from '../../csv/edits/edit';
import { NO_KEY } from '../../hash/textHash';
import type { BlockFinding } from '../finding';
import type { LostLetters } from '../record/lostLetters';
import type { RecordCheck } from '../record/recordCheck';
import { addCounts } from '../record/valueSlots';
import type { CheckedBlock } from './checkedBlock';

/** Finds the records of an edited block that the edit has not changed, with what is known of them. */
export class UnchangedRecords {
	/** By the record's index before the edit. */
	readonly #findings = new Map<number, BlockFinding[]>();
	/** By the record's index before the edit: 1 where what is known of it was kept. */
	readonly #kept: Uint8Array;
	/** The index of the next edit. */
	#nextEdit = 0;
	/** By how many UTF-16 units the edits before it have made the text longer. */
	#shift = 0;
	/** The index, before the edit, of the next record. */
	#nextOld = 0;

	/** @param edits what was changed in the text of `before`, ascending. */
	constructor(
		private readonly before: CheckedBlock,
		private readonly now: Block,
		private readonly edits: readonly OffsetEdit[],
	) {
		this.#kept = new Uint8Array(before.block.records);
		for (const finding of before.findings) {
			const ofRecord = this.#findings.get(finding.record);
			if (ofRecord) ofRecord.push(finding);
			else this.#findings.set(finding.record, [finding]);
		}
	}

	/** The index before the edit of a record of now; -1 where it has changed. Call it for ascending records only. */
	oldIndexOf(index: number): number {
		if (this.before.looksBelow) return -1;
		const { starts, records } = this.before.block;
		const start = this.now.starts[index] as number;
		const end = this.now.endOf(index);
		this.#passEdits(start);
		const edit = this.edits[this.#nextEdit];
		if (edit && edit.start + this.#shift <= end) return -1;
		const oldStart = start - this.#shift;
		while (this.#nextOld < records && (starts[this.#nextOld] as number) < oldStart) this.#nextOld++;
		const isSame =
			starts[this.#nextOld] === oldStart && this.before.block.endOf(this.#nextOld) - oldStart === end - start;
		return isSame ? this.#nextOld : -1;
	}

	/** The findings of a record, by its index before the edit. */
	findings(old: number): readonly BlockFinding[] {
		return this.#findings.get(old) ?? [];
	}

	/** The hash of a record's key, by its index before the edit. */
	key(old: number): number {
		return this.before.keys[old] as number;
	}

	/** The hashes of IDs that a record may have besides its key, by its index before the edit. */
	possibleIds(old: number): readonly number[] | undefined {
		return this.before.possibleIds.get(old);
	}

	/** The letters of a record that cannot be read, by its index before the edit. */
	lostLetters(old: number): LostLetters | undefined {
		return this.before.lostLetters.get(old);
	}

	/** Notes that what is known of a record, by its index before the edit, is kept. */
	keep(old: number): void {
		this.#kept[old] = 1;
	}

	/**
	 * Counts the values of the records that were kept. Those are the counts before the edit without the records that
	 * were not kept, which are usually few, so that only these are read again.
	 */
	countKept(check: RecordCheck, counts: Int32Array): void {
		if (!this.#kept.includes(1)) return;
		const { block, keys, position, valueCounts } = this.before;
		addCounts(counts, valueCounts);
		// The header is in the first block and counts nowhere.
		for (let old = position === 0 ? 1 : 0; old < block.records; old++) {
			if (this.#kept[old] === 1) continue;
			const start = block.starts[old] as number;
			check.countAgain(block.text, start, keys[old] !== NO_KEY, counts, -1);
		}
	}

	/** Passes the edits that end before an offset in the text of now; one that ends there may change the record. */
	#passEdits(start: number): void {
		for (let edit = this.edits[this.#nextEdit]; edit; edit = this.edits[++this.#nextEdit]) {
			if (edit.start + this.#shift + edit.text.length >= start) return;
			this.#shift += edit.text.length - (edit.end - edit.start);
		}
	}
}
