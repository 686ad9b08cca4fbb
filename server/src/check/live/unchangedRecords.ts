import type { Block } from '../../csv/block';
import type { OffsetEdit } from '../../csv/edits/edit';
import type { BlockFinding } from '../finding';
import type { CheckedBlock } from './checkedBlock';

/** What is known of the records that a block still has from before an edit. */
export class UnchangedRecords {
	readonly #findings = new Map<number, BlockFinding[]>();
	/** The edit that comes next, and how much longer those before it have made the text. */
	#edit = 0;
	#longer = 0;
	/** The record of before that comes next. */
	#old = 0;

	/** @param edits what was changed in the text of `before`, ascending. */
	constructor(
		private readonly before: CheckedBlock,
		private readonly now: Block,
		private readonly edits: readonly OffsetEdit[],
	) {
		for (const finding of before.findings) {
			const own = this.#findings.get(finding.record);
			if (own) own.push(finding);
			else this.#findings.set(finding.record, [finding]);
		}
	}

	/** Which record a record was before, by its index; -1 where it is another. Asked for in the order of the text. */
	next(index: number): number {
		const { starts, records } = this.before.block;
		if (this.before.looksBelow) return -1;
		const start = this.now.starts[index] as number;
		const end = this.now.endOf(index);
		this.#passEdits(start);
		const edit = this.edits[this.#edit];
		if (edit && edit.start + this.#longer <= end) return -1;
		const wanted = start - this.#longer;
		while (this.#old < records && (starts[this.#old] as number) < wanted) this.#old++;
		const isSame =
			starts[this.#old] === wanted && this.before.block.endOf(this.#old) - wanted === end - start;
		return isSame ? this.#old : -1;
	}

	findings(old: number): readonly BlockFinding[] {
		return this.#findings.get(old) ?? [];
	}

	/** The hash of its key. */
	key(old: number): number {
		return this.before.keys[old] as number;
	}

	/** The hashes of IDs that it may have besides its key. */
	possibleIds(old: number): readonly number[] | undefined {
		return this.before.possibleIds.get(old);
	}

	/** Passes the edits that end before an offset of the text as it is now; one that ends at it may have changed it. */
	#passEdits(start: number): void {
		for (let edit = this.edits[this.#edit]; edit; edit = this.edits[++this.#edit]) {
			if (edit.start + this.#longer + edit.text.length >= start) return;
			this.#longer += edit.text.length - (edit.end - edit.start);
		}
	}
}
