import type { Layout } from '../../rules/layout';
import type { AlternateId, Row } from '../../rules/views';
import type { BlockWatcher, CheckedBlock } from '../live/checkedBlock';
import type { Checker } from '../live/checker';
import { StudentIndex } from './studentIndex';
import type { LiveStudentLookup, StudentsListener } from './studentLookup';

/** The students of a checked file, kept up to date as the file is edited. */
export class LiveRoster implements BlockWatcher, LiveStudentLookup {
	readonly #listeners = new Set<StudentsListener>();
	#index: StudentIndex;

	constructor(readonly checker: Checker) {
		this.#index = this.#newIndex();
		for (const block of checker.blocks) this.#index.add(block);
		checker.watch(this);
	}

	/** Whether the file can be read and has a key column. */
	get isUsable(): boolean {
		return this.checker.isReadable && this.checker.layout.keyIndex >= 0;
	}

	get layout(): Layout {
		return this.checker.layout;
	}

	get blocks(): readonly CheckedBlock[] {
		return this.checker.blocks;
	}

	addListener(listener: StudentsListener): void {
		this.#listeners.add(listener);
	}

	removeListener(listener: StudentsListener): void {
		this.#listeners.delete(listener);
		if (this.#listeners.size === 0) this.#index.forgetAlternates();
	}

	run(stop: () => boolean): boolean {
		if (!this.checker.run(stop)) return false;
		while (this.#index.continueAlternates()) if (stop()) return false;
		return true;
	}

	rowsOf(id: string): readonly Row[] {
		return this.#index.rowsOf(id);
	}

	idsOf(hash: number): readonly string[] {
		return this.#index.idsOf(hash);
	}

	mayBeUnreadable(id: string): boolean {
		return this.#index.mayBeUnreadable(id);
	}

	readAlternates(): boolean {
		return this.#index.readAlternates();
	}

	alternatesOf(id: string): readonly AlternateId[] {
		return this.#index.alternatesOf(id);
	}

	blockAdded(block: CheckedBlock): void {
		this.#index.add(block);
		this.#touchAll(block);
	}

	blockRemoved(block: CheckedBlock): void {
		this.#index.remove(block);
		this.#touchAll(block);
	}

	reset(): void {
		this.#index = this.#newIndex();
		for (const listener of this.#listeners) listener.allChanged();
	}

	#newIndex(): StudentIndex {
		const { layout } = this.checker;
		return new StudentIndex(
			layout,
			(hash) => this.checker.blocksOf(hash),
			(hash) => this.#touch(hash),
		);
	}

	#touchAll(block: CheckedBlock): void {
		if (this.#listeners.size === 0) return;
		for (const hash of block.keys) this.#touch(hash);
		for (const hash of [...block.possibleIds.values()].flat()) this.#touch(hash);
	}

	#touch(hash: number): void {
		for (const listener of this.#listeners) listener.idChanged(hash);
	}
}
