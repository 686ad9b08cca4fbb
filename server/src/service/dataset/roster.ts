import { Fields } from '../../csv/scan';
import type { OtherId, Row } from '../../rules/rule';
import type { BlockWatcher, CheckedBlock } from '../checkedBlock';
import type { Checker } from '../checker';
import { RecordRow } from '../recordRow';
import { hashOf } from '../textHash';
import { unpadded } from './ids';
import { OtherIds } from './otherIds';
import type { Students, StudentsListener } from './students';

/** The students of a file, as a file that refers to them asks about them. */
export class Roster implements BlockWatcher, Students {
	readonly #listeners = new Set<StudentsListener>();
	/** How many records may hold an id, by its hash. */
	readonly #doubtful = new Map<number, number>();
	#otherIds: OtherIds | undefined;
	/** Rows are read again and again: kept, one for each that a student may have. */
	readonly #rows: RecordRow[] = [];

	constructor(readonly checker: Checker) {
		for (const block of checker.blocks) this.#countDoubtful(block, 1);
		checker.watch(this);
	}

	get isUsable(): boolean {
		return this.checker.isReadable && this.checker.layout.keyIndex >= 0;
	}

	listen(listener: StudentsListener): void {
		this.#listeners.add(listener);
	}

	/** Nobody listens to the last one any more. */
	leave(listener: StudentsListener): void {
		this.#listeners.delete(listener);
		if (this.#listeners.size === 0) this.#otherIds = undefined;
	}

	run(stop: () => boolean): boolean {
		if (!this.checker.run(stop)) return false;
		while (this.#otherIds?.read()) if (stop()) return false;
		return true;
	}

	rowsOf(id: string): readonly Row[] {
		const { layout } = this.checker;
		let count = 0;
		for (const { block, index } of this.checker.placesOf(id)) {
			let row = this.#rows[count];
			if (row?.layout !== layout) {
				row = new RecordRow(layout, new Fields());
				this.#rows[count] = row;
			}
			row.read(block.block.text, block.block.starts[index] as number, this.checker.document.scanOptions);
			count++;
		}
		return this.#rows.slice(0, count);
	}

	mayHold(id: string): boolean {
		return this.#doubtful.has(hashOf(id, 0, id.length));
	}

	readOthers(): boolean {
		const { layout, document, blocks } = this.checker;
		this.#otherIds ??= new OtherIds(layout, document.scanOptions, blocks, (hash) => this.#touch(hash));
		return this.#otherIds.read();
	}

	othersOf(id: string): readonly OtherId[] {
		const bare = unpadded(id);
		const others = this.#otherIds?.of(id) ?? [];
		const isKey = bare !== id && !this.checker.placesOf(bare)[Symbol.iterator]().next().done;
		return isKey && !others.some((other) => other.id === bare)
			? [{ id: bare, column: undefined }, ...others]
			: others;
	}

	came(block: CheckedBlock): void {
		this.#countDoubtful(block, 1);
		this.#otherIds?.add(block);
		this.#touchAll(block);
	}

	went(block: CheckedBlock): void {
		this.#countDoubtful(block, -1);
		this.#otherIds?.remove(block);
		this.#touchAll(block);
	}

	reset(): void {
		this.#doubtful.clear();
		this.#otherIds = undefined;
		for (const listener of this.#listeners) listener.reset();
	}

	#touchAll(block: CheckedBlock): void {
		if (this.#listeners.size === 0) return;
		for (const hash of block.keys) this.#touch(hash);
		for (const hash of block.doubtful.values()) this.#touch(hash);
	}

	#touch(hash: number): void {
		for (const listener of this.#listeners) listener.touched(hash);
	}

	#countDoubtful(block: CheckedBlock, by: 1 | -1): void {
		for (const hash of block.doubtful.values()) {
			const count = (this.#doubtful.get(hash) ?? 0) + by;
			if (count === 0) this.#doubtful.delete(hash);
			else this.#doubtful.set(hash, count);
		}
	}
}
