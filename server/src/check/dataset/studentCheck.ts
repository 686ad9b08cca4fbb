import { Fields } from '../../csv/scan';
import { hashOf, NO_KEY } from '../../hash/textHash';
import type { Layout } from '../../rules/layout';
import type { StudentRule } from '../../rules/rule';
import type { ActiveRules } from '../activeRules';
import type { BlockFinding } from '../finding';
import type { CheckedBlock, FindingListener } from '../live/checkedBlock';
import type { KeyIndex } from '../live/keyIndex';
import { RecordRow } from '../record/recordRow';
import { compareRow, studentOf } from './compareRow';
import { SharedCauses } from './sharedCauses';
import { withoutLeadingZeros } from './studentIds';
import type { LiveStudentLookup, StudentsListener } from './studentLookup';

/** Compares each row with its student in another file, and again where either changes. */
export class StudentCheck implements StudentsListener {
	/** Counts up whenever a finding changes. */
	revision = 0;
	readonly #rules: readonly StudentRule[];
	readonly #blocks = new Set<CheckedBlock>();
	/** The blocks of which no row was compared since they came. */
	readonly #queue = new Set<CheckedBlock>();
	/** Ids to look at again, by hash. */
	readonly #touched = new Set<number>();
	/** Where ids with leading zeros stand that are nobody's, by the hash of what is left without the zeros. */
	readonly #padded = new Map<number, Set<CheckedBlock>>();
	readonly #causes = new SharedCauses();
	#students: LiveStudentLookup | undefined;
	/** Whether the other file was read as a whole before: only then is what comes a change. */
	#isFollowing = false;
	/** What is being done: a block that came, or an id again. */
	#work: { readonly of: CheckedBlock | number; readonly steps: Iterator<void> } | undefined;
	readonly #row: RecordRow;

	constructor(
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		private readonly keys: KeyIndex,
		private readonly listener: FindingListener,
	) {
		this.#rules = layout.keyIndex < 0 ? [] : active.student(layout);
		this.#row = new RecordRow(layout, new Fields());
	}

	/** The students that the rows are compared with. */
	get students(): LiveStudentLookup | undefined {
		return this.#students;
	}

	/** Compares with other students from now on, or with none. */
	follow(students: LiveStudentLookup | undefined): void {
		if (students === this.#students) return;
		this.#students?.leave(this);
		this.#students = students;
		students?.listen(this);
		this.reset();
	}

	add(block: CheckedBlock): void {
		if (this.#rules.length === 0) return;
		this.#blocks.add(block);
		this.#queue.add(block);
	}

	remove(block: CheckedBlock): void {
		this.#blocks.delete(block);
		this.#queue.delete(block);
		const doing = this.#work?.of;
		if (typeof doing === 'number') this.#touched.add(doing);
		if (typeof doing === 'number' || doing === block) this.#work = undefined;
		for (const index of [...block.studentFindings.keys()]) {
			const bare = withoutLeadingZeros(this.#idOf(block, index));
			this.#padded.get(hashOf(bare, 0, bare.length))?.delete(block);
			this.#put(block, index, []);
		}
	}

	touched(hash: number): void {
		if (this.#isFollowing && (this.keys.has(hash) || this.#padded.has(hash))) this.#touched.add(hash);
	}

	reset(): void {
		this.#isFollowing = false;
		this.#touched.clear();
		this.#work = undefined;
		for (const block of this.#blocks) this.#queue.add(block);
	}

	/** Compares what is not compared yet, until told to stop; true when nothing is left. */
	run(stop: () => boolean): boolean {
		const students = this.#students;
		if (this.#rules.length === 0) return true;
		if (students && !students.run(stop)) return false;
		this.#isFollowing = students !== undefined;
		for (;;) {
			const step = this.#next();
			if (!step) return true;
			if (step.next().done) this.#work = undefined;
			if (stop()) return false;
		}
	}

	/** What many rows have in common, said once on the header. */
	get common(): readonly BlockFinding[] {
		return this.#causes.common;
	}

	#next(): Iterator<void> | undefined {
		if (this.#work) return this.#work.steps;
		const [block] = this.#queue;
		if (block) {
			this.#queue.delete(block);
			this.#work = { of: block, steps: this.#compare(block) };
			return this.#work.steps;
		}
		const [hash] = this.#touched;
		if (hash === undefined) return undefined;
		this.#touched.delete(hash);
		this.#work = { of: hash, steps: this.#again(hash) };
		return this.#work.steps;
	}

	/** A step for each row, and for each part of the other file that is read for its sake. */
	*#compare(block: CheckedBlock): Generator<void> {
		if (!this.#students?.isUsable) {
			for (const index of [...block.studentFindings.keys()]) this.#put(block, index, []);
			return;
		}
		for (let index = 0; index < block.keys.length; index++) {
			if (block.keys[index] === NO_KEY) continue;
			yield* this.#compareRow(block, index);
			yield;
		}
	}

	*#again(hash: number): Generator<void> {
		const blocks = new Set([...this.keys.blocksOf(hash), ...(this.#padded.get(hash) ?? [])]);
		for (const block of blocks) {
			if (this.#queue.has(block)) continue;
			const rows = new Set([...block.withKey(hash), ...this.#paddedIn(block, hash)]);
			for (const index of rows) {
				yield* this.#compareRow(block, index);
				yield;
			}
		}
	}

	*#paddedIn(block: CheckedBlock, hash: number): Iterable<number> {
		if (!this.#padded.get(hash)?.has(block)) return;
		for (const index of block.studentFindings.keys()) {
			const bare = withoutLeadingZeros(this.#idOf(block, index));
			if (hashOf(bare, 0, bare.length) === hash) yield index;
		}
	}

	#idOf(block: CheckedBlock, index: number): string {
		return block.read(this.#row, index).at(this.layout.keyIndex);
	}

	*#compareRow(block: CheckedBlock, index: number): Generator<void> {
		const students = this.#students;
		if (!students?.isUsable) return this.#put(block, index, []);
		const hasFault = (): boolean => this.#hasFault(block, index);
		let id = this.#idOf(block, index);
		const rows = studentOf(students, { id, hasFault });
		if (!rows) {
			while (students.readOthers()) yield;
			id = this.#idOf(block, index);
		}
		const referring = { id, row: this.#row, record: index, hasFault };
		const findings = compareRow(students, rows, referring, this.#rules, this.active);
		if (!rows && findings.length > 0) this.#note(id, block);
		this.#put(block, index, findings);
	}

	/** Whether the row's id has a finding of its own. */
	#hasFault(block: CheckedBlock, index: number): boolean {
		const { keyIndex } = this.layout;
		return block.findings.some(({ record, column }) => record === index && column === keyIndex);
	}

	/** An id that would be somebody's without its zeros must be looked at again when that somebody comes. */
	#note(id: string, block: CheckedBlock): void {
		const bare = withoutLeadingZeros(id);
		if (bare === id) return;
		const hash = hashOf(bare, 0, bare.length);
		this.#padded.set(hash, (this.#padded.get(hash) ?? new Set()).add(block));
	}

	#put(block: CheckedBlock, index: number, findings: readonly BlockFinding[]): void {
		const before = block.studentFindings.get(index) ?? [];
		if (before.length === 0 && findings.length === 0) return;
		this.revision++;
		for (const finding of before) {
			this.listener.lost(block, finding);
			this.#causes.count(finding, -1);
		}
		if (findings.length === 0) block.studentFindings.delete(index);
		else block.studentFindings.set(index, findings);
		for (const finding of findings) {
			this.listener.gained(block, finding);
			this.#causes.count(finding, 1);
		}
	}
}
