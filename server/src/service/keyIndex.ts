import type { Block } from '../csv/block';
import { Fields, type ScanOptions } from '../csv/scan';
import type { Layout } from '../rules/layout';
import type { KeyRule } from '../rules/rule';
import type { ActiveRules } from './activeRules';
import type { Finding } from './finding';
import { RecordRow } from './recordRow';

/** A record by its block, which an edit elsewhere does not move. */
export interface Place {
	readonly block: Block;
	readonly index: number;
}

type KeyFinding = Omit<Finding, 'record' | 'because'> & { readonly place: Place; readonly because: Place };

/** Where each key of the table stands; told of blocks that come and go, it looks again at the keys they hold. */
export class KeyIndex {
	/** One block as it is, several as a list: most keys stand once, and a list for each would cost. */
	readonly #blocks = new Map<string, Block | Block[]>();
	readonly #keys = new Map<Block, readonly string[]>();
	readonly #touched = new Set<string>();
	readonly #findings = new Map<string, readonly KeyFinding[]>();
	readonly #rules: readonly KeyRule[];

	constructor(
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		private readonly scanOptions: ScanOptions,
	) {
		this.#rules = active.key(layout);
	}

	add(block: Block, keys: readonly string[]): void {
		if (this.#rules.length === 0) return;
		this.#keys.set(block, keys);
		for (const key of keys) {
			if (key === '') continue;
			const there = this.#blocks.get(key);
			if (there === undefined) {
				this.#blocks.set(key, block);
				continue;
			}
			// Each block once, however often it holds the key: the one that is being added is the last.
			if (!Array.isArray(there)) {
				if (there !== block) this.#blocks.set(key, [there, block]);
			} else if (there.at(-1) !== block) there.push(block);
			this.#touched.add(key);
		}
	}

	remove(block: Block): void {
		for (const key of new Set(this.#keys.get(block))) {
			const rest = this.#blocksOf(key).filter((other) => other !== block);
			if (rest.length > 0) {
				this.#blocks.set(key, rest);
				this.#touched.add(key);
			} else this.#blocks.delete(key);
			// They may speak of records of the block that is gone.
			this.#findings.delete(key);
		}
		this.#keys.delete(block);
	}

	get idle(): boolean {
		return this.#touched.size === 0;
	}

	/** Looks again at keys that were touched, until told to stop; true when none is left. */
	run(orderOf: (block: Block) => number, stop: () => boolean): boolean {
		for (const key of this.#touched) {
			this.#touched.delete(key);
			const findings = this.#check(key, orderOf);
			if (findings.length > 0) this.#findings.set(key, findings);
			else this.#findings.delete(key);
			if (stop()) break;
		}
		return this.idle;
	}

	*findings(recordOf: (place: Place) => number): Iterable<Finding> {
		for (const findings of this.#findings.values()) {
			for (const { place, because, ...finding } of findings) {
				yield { ...finding, record: recordOf(place), because: recordOf(because) };
			}
		}
	}

	#check(key: string, orderOf: (block: Block) => number): readonly KeyFinding[] {
		const places = this.#blocksOf(key)
			.sort((a, b) => orderOf(a) - orderOf(b))
			.flatMap((block) => this.#placesIn(block, key));
		if (places.length < 2) return [];
		const rows = places.map(({ block, index }) =>
			new RecordRow(this.layout, new Fields()).read(
				block.text,
				block.starts[index] as number,
				this.scanOptions,
			),
		);
		const findings: KeyFinding[] = [];
		for (const rule of this.#rules) {
			this.active.guard(rule, () =>
				rule.checkKey(key, rows, (row, problem, { column }, because) => {
					findings.push({
						rule,
						severity: this.active.severityOf(rule, problem),
						problem,
						column,
						place: places[row] as Place,
						because: places[because] as Place,
					});
				}),
			);
		}
		return findings;
	}

	/** A list of its own, for whoever sorts it. */
	#blocksOf(key: string): Block[] {
		return [this.#blocks.get(key) ?? []].flat();
	}

	#placesIn(block: Block, key: string): Place[] {
		const keys = this.#keys.get(block) ?? [];
		const places: Place[] = [];
		for (let index = keys.indexOf(key); index >= 0; index = keys.indexOf(key, index + 1)) {
			places.push({ block, index });
		}
		return places;
	}
}
