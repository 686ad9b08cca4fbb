import { Fields } from '../../csv/scan';
import { HashMultimap } from '../../hash/hashMultimap';
import { NO_KEY } from '../../hash/textHash';
import type { Layout } from '../../rules/layout';
import type { KeyRule } from '../../rules/rule';
import type { ActiveRules } from '../activeRules';
import { KeyCheck } from '../keyCheck';
import { RecordRow } from '../record/recordRow';
import type { CheckedBlock, FindingListener, KeyFinding, RecordRef } from './checkedBlock';

/** Where each key of the table stands; told of blocks that come and go, it looks again at the keys they hold. */
export class KeyIndex {
	readonly #rules: readonly KeyRule[];
	/** The blocks that hold a key, by its hash. */
	readonly #blocks = new HashMultimap<CheckedBlock>();
	/** The keys to look at again, by hash. */
	readonly #touched = new Set<number>();
	/** The blocks with findings on a key, by its hash. */
	readonly #found = new Map<number, Set<CheckedBlock>>();
	/** By hash how many more keys than one share it: of almost all hashes none. */
	readonly #collisions = new Map<number, number>();
	/** The key that is being looked at, and how far. */
	#work: { readonly hash: number; readonly steps: Iterator<void> } | undefined;

	constructor(
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		private readonly listener: FindingListener,
	) {
		this.#rules = active.key(layout);
	}

	/** How many different keys there are, once `run` has looked at all. */
	get size(): number {
		let more = 0;
		for (const others of this.#collisions.values()) more += others;
		return this.#blocks.size + more;
	}

	/** Whether a block holds a key of this hash. */
	has(hash: number): boolean {
		return this.#blocks.has(hash);
	}

	/** The blocks that hold a key of this hash, in the order of the file. */
	blocksOf(hash: number): readonly CheckedBlock[] {
		return this.#blocks.get(hash).sort((a, b) => a.position - b.position);
	}

	add(block: CheckedBlock): void {
		for (const hash of block.keys) {
			// Several rows of one key in one block, or a key that another block has as well.
			if (hash !== NO_KEY && !this.#blocks.add(hash, block)) this.#touch(hash);
		}
	}

	remove(block: CheckedBlock): void {
		for (const hash of block.keys) {
			if (hash === NO_KEY || !this.#blocks.delete(hash, block)) continue;
			// Its findings may speak of records of the block that is gone.
			if (this.#found.size > 0) this.#clear(hash);
			if (this.#blocks.has(hash)) this.#touch(hash);
			else this.#forget(hash);
		}
	}

	/** Looks again at keys that were touched, until told to stop; true when none is left. */
	run(stop: () => boolean): boolean {
		for (;;) {
			if (!this.#work) {
				const [hash] = this.#touched;
				if (hash === undefined) return true;
				this.#work = { hash, steps: this.#check(hash) };
			}
			const { hash, steps } = this.#work;
			if (steps.next().done) {
				this.#touched.delete(hash);
				this.#work = undefined;
			}
			if (stop()) return this.#touched.size === 0;
		}
	}

	#touch(hash: number): void {
		this.#touched.add(hash);
		if (this.#work?.hash === hash) this.#work = undefined;
	}

	/** Nobody holds it any more. */
	#forget(hash: number): void {
		this.#touched.delete(hash);
		this.#collisions.delete(hash);
		if (this.#work?.hash === hash) this.#work = undefined;
	}

	#clear(hash: number): void {
		for (const block of this.#found.get(hash) ?? []) {
			for (const finding of block.keyFindings.get(hash) ?? []) this.listener.lost(block, finding);
			block.keyFindings.delete(hash);
		}
		this.#found.delete(hash);
	}

	/** A step for each row. */
	*#check(hash: number): Generator<void> {
		this.#clear(hash);
		const row = new RecordRow(this.layout, new Fields());
		const check = new KeyCheck<RecordRef>(this.#rules, this.active, (place, explainedBy, finding) => {
			this.#keep(hash, place.block, { ...finding, record: place.index, explainedBy });
		});
		for (const block of this.blocksOf(hash)) {
			for (const index of block.withKey(hash)) {
				block.read(row, index);
				check.row(row.at(this.layout.keyIndex), row, { block, index });
				yield;
			}
		}
		if (check.size > 1) this.#collisions.set(hash, check.size - 1);
		else this.#collisions.delete(hash);
	}

	#keep(hash: number, block: CheckedBlock, finding: KeyFinding): void {
		const blocks = this.#found.get(hash) ?? new Set();
		this.#found.set(hash, blocks.add(block));
		const findings = block.keyFindings.get(hash);
		if (findings) findings.push(finding);
		else block.keyFindings.set(hash, [finding]);
		this.listener.gained(block, finding);
	}
}
