import { Fields } from '../../csv/scan';
import { HashMultimap } from '../../hash/hashMultimap';
import { NO_KEY } from '../../hash/textHash';
import type { Layout } from '../../rules/layout';
import type { KeyRule } from '../../rules/rule';
import type { ActiveRules } from '../activeRules';
import { KeyCheck } from '../keyCheck';
import { RecordRow } from '../record/recordRow';
import type { CheckedBlock, FindingListener, KeyFinding, RecordRef } from './checkedBlock';

/** Which checked blocks hold which keys. Runs the rules on keys again for the keys of each block added or removed. */
export class KeyIndex {
	readonly #rules: readonly KeyRule[];
	/** The blocks that hold a key, by its hash. */
	readonly #blocks = new HashMultimap<CheckedBlock>();
	/** The hashes of the keys to check again. */
	readonly #pending = new Set<number>();
	/** The blocks with findings on a key, by its hash. */
	readonly #blocksWithFindings = new Map<number, Set<CheckedBlock>>();
	/** By hash how many keys but the first share it; almost no hash is here. */
	readonly #collisions = new Map<number, number>();
	/** The key that is being checked, and the steps that are left. */
	#work: { readonly hash: number; readonly steps: Iterator<void> } | undefined;

	constructor(
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		private readonly listener: FindingListener,
	) {
		this.#rules = active.keyRules(layout);
	}

	/** The number of different keys; right once `run` has returned true. */
	get size(): number {
		let size = this.#blocks.size;
		for (const furtherKeys of this.#collisions.values()) size += furtherKeys;
		return size;
	}

	/** Whether a block holds a key of this hash. */
	has(hash: number): boolean {
		return this.#blocks.has(hash);
	}

	/** The blocks that hold a key of this hash, in the order of the file. */
	blocksOf(hash: number): readonly CheckedBlock[] {
		return this.#blocks.get(hash).sort((a, b) => a.position - b.position);
	}

	/** Adds the keys of a block. */
	add(block: CheckedBlock): void {
		for (const hash of block.keys) {
			// Another row of this block or another block has the same key.
			if (hash !== NO_KEY && !this.#blocks.add(hash, block)) this.#schedule(hash);
		}
	}

	/** Removes the keys of a block. */
	remove(block: CheckedBlock): void {
		for (const hash of block.keys) {
			if (hash === NO_KEY || !this.#blocks.delete(hash, block)) continue;
			// Records of the removed block may explain its findings.
			if (this.#blocksWithFindings.size > 0) this.#clear(hash);
			if (this.#blocks.has(hash)) this.#schedule(hash);
			else this.#forget(hash);
		}
	}

	/** Checks the pending keys until `stop` returns true; returns whether none is left. */
	run(stop: () => boolean): boolean {
		for (;;) {
			if (!this.#work) {
				const [hash] = this.#pending;
				if (hash === undefined) return true;
				this.#work = { hash, steps: this.#check(hash) };
			}
			const { hash, steps } = this.#work;
			if (steps.next().done) {
				this.#pending.delete(hash);
				this.#work = undefined;
			}
			if (stop()) return this.#pending.size === 0;
		}
	}

	#schedule(hash: number): void {
		this.#pending.add(hash);
		if (this.#work?.hash === hash) this.#work = undefined;
	}

	/** Forgets a key that no block holds. */
	#forget(hash: number): void {
		this.#pending.delete(hash);
		this.#collisions.delete(hash);
		if (this.#work?.hash === hash) this.#work = undefined;
	}

	#clear(hash: number): void {
		for (const block of this.#blocksWithFindings.get(hash) ?? []) {
			for (const finding of block.keyFindings.get(hash) ?? []) this.listener.lost(block, finding);
			block.keyFindings.delete(hash);
		}
		this.#blocksWithFindings.delete(hash);
	}

	/** Runs the rules over the rows of a key, with a step for each row. */
	*#check(hash: number): Generator<void> {
		this.#clear(hash);
		const row = new RecordRow(this.layout, new Fields());
		const check = new KeyCheck<RecordRef>(this.#rules, this.active, (place, explainedBy, finding) => {
			this.#keep(hash, place.block, { ...finding, record: place.index, explainedBy });
		});
		for (const block of this.blocksOf(hash)) {
			for (const index of block.withKey(hash)) {
				block.read(row, index);
				check.addRow(row.at(this.layout.keyIndex), row, { block, index });
				yield;
			}
		}
		if (check.size > 1) this.#collisions.set(hash, check.size - 1);
		else this.#collisions.delete(hash);
	}

	#keep(hash: number, block: CheckedBlock, finding: KeyFinding): void {
		const blocks = this.#blocksWithFindings.get(hash) ?? new Set();
		this.#blocksWithFindings.set(hash, blocks.add(block));
		const findings = block.keyFindings.get(hash);
		if (findings) findings.push(finding);
		else block.keyFindings.set(hash, [finding]);
		this.listener.gained(block, finding);
	}
}
