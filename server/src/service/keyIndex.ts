import type { Block } from '../csv/block';
import { Fields, type ScanOptions } from '../csv/scan';
import type { Layout } from '../rules/layout';
import type { KeyRule } from '../rules/rule';
import type { ActiveRules } from './activeRules';
import type { Finding } from './finding';
import { RecordRow } from './recordRow';

/** A record by its block, which an edit elsewhere does not move. */
interface Place {
	readonly block: Block;
	readonly index: number;
}

type KeyFinding = Omit<Finding, 'record' | 'because'> & { readonly place: Place; readonly because: Place };

/** Where each key of the table stands; told of blocks that come and go, it looks again at the keys they hold. */
export class KeyIndex {
	readonly #blocks = new Map<string, Block | readonly Block[]>();
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
			if (there === undefined) this.#blocks.set(key, block);
			else {
				this.#blocks.set(key, Array.isArray(there) ? [...there, block] : [there as Block, block]);
				this.#touched.add(key);
			}
		}
	}

	remove(block: Block): void {
		for (const key of this.#keys.get(block) ?? []) {
			const there = this.#blocks.get(key);
			if (Array.isArray(there)) {
				const rest = there.slice();
				rest.splice(rest.indexOf(block), 1);
				this.#blocks.set(key, rest.length > 1 ? rest : (rest[0] as Block));
				this.#touched.add(key);
				// They may speak of records of the block that is gone.
				this.#findings.delete(key);
			} else this.#blocks.delete(key);
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
		const there = this.#blocks.get(key);
		if (!Array.isArray(there)) return [];
		const places = [...new Set<Block>(there)]
			.sort((a, b) => orderOf(a) - orderOf(b))
			.flatMap((block) => this.#placesIn(block, key));
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

	#placesIn(block: Block, key: string): Place[] {
		const keys = this.#keys.get(block) ?? [];
		const places: Place[] = [];
		for (let index = keys.indexOf(key); index >= 0; index = keys.indexOf(key, index + 1)) {
			places.push({ block, index });
		}
		return places;
	}
}
