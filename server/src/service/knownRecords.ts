import type { Block } from '../csv/block';
import type { CheckedBlock } from './checkedBlock';
import type { BlockFinding } from './finding';

/** What is known of the records that a block still has from before an edit. */
export class KnownRecords {
	readonly #findings = new Map<number, BlockFinding[]>();
	/** How much further down the records behind the edit stand now. */
	readonly #shift: number;

	constructor(
		private readonly before: CheckedBlock,
		private readonly now: Block,
	) {
		this.#shift = now.records - before.block.records;
		for (const finding of before.findings) {
			const own = this.#findings.get(finding.record);
			if (own) own.push(finding);
			else this.#findings.set(finding.record, [finding]);
		}
	}

	/** Which record a record was before, by its index; -1 where it is another. */
	find(index: number): number {
		const text = this.now.text.slice(this.now.starts[index], this.now.endOf(index));
		if (this.#isAt(index, text)) return index;
		return this.#shift !== 0 && this.#isAt(index - this.#shift, text) ? index - this.#shift : -1;
	}

	findings(old: number): readonly BlockFinding[] {
		return this.#findings.get(old) ?? [];
	}

	/** The hash of its key. */
	key(old: number): number {
		return this.before.keys[old] as number;
	}

	#isAt(old: number, text: string): boolean {
		const { block } = this.before;
		if (old < 0 || old >= block.records) return false;
		const start = block.starts[old] as number;
		return block.endOf(old) - start === text.length && block.text.startsWith(text, start);
	}
}
