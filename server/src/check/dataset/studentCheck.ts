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

/** Compares each row with its student in the roster, and again whenever either of them changes. */
export class StudentCheck implements StudentsListener {
	/** Counts up whenever a finding changes. */
	revision = 0;
	readonly #rules: readonly StudentRule[];
	readonly #blocks = new Set<CheckedBlock>();
	/** The blocks whose rows are all still to be compared. */
	readonly #pendingBlocks = new Set<CheckedBlock>();
	/** The hashes of the IDs whose rows are to be compared again. */
	readonly #pendingIds = new Set<number>();
	/** The blocks with an ID that no student has and that starts with zeros, by the hash of the ID without them. */
	readonly #blocksWithPaddedId = new Map<number, Set<CheckedBlock>>();
	/** The same by block, also for IDs that some student has by now: a removed block must be forgotten under all of them. */
	readonly #paddedIdsOf = new Map<CheckedBlock, Set<number>>();
	readonly #causes = new SharedCauses();
	#students: LiveStudentLookup | undefined;
	/** Whether the roster has been read to its end. Its reports before that are no changes, as no row has been compared. */
	#isFollowing = false;
	/** The block or the hash of an ID that is being compared, and the steps that are left. */
	#work: { readonly target: CheckedBlock | number; readonly steps: Iterator<void> } | undefined;
	readonly #row: RecordRow;

	constructor(
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		private readonly keys: KeyIndex,
		private readonly listener: FindingListener,
	) {
		this.#rules = layout.keyIndex < 0 ? [] : active.studentRules(layout);
		this.#row = new RecordRow(layout, new Fields());
	}

	/** The students that the rows are compared with. */
	get students(): LiveStudentLookup | undefined {
		return this.#students;
	}

	/** Compares the rows with these students from now on; with undefined, with none. */
	compareWith(students: LiveStudentLookup | undefined): void {
		if (students === this.#students) return;
		this.#students?.removeListener(this);
		this.#students = students;
		students?.addListener(this);
		this.allChanged();
	}

	/** Adds a block, to be compared later. */
	add(block: CheckedBlock): void {
		if (this.#rules.length === 0) return;
		this.#blocks.add(block);
		this.#pendingBlocks.add(block);
	}

	/** Removes a block and its findings. */
	remove(block: CheckedBlock): void {
		this.#blocks.delete(block);
		this.#pendingBlocks.delete(block);
		const target = this.#work?.target;
		if (typeof target === 'number') this.#pendingIds.add(target);
		if (typeof target === 'number' || target === block) this.#work = undefined;
		this.#forgetPadded(block);
		for (const index of [...block.studentFindings.keys()]) this.#setFindings(block, index, []);
	}

	/** Schedules the rows with this ID. */
	idChanged(hash: number): void {
		if (this.#isFollowing && (this.keys.has(hash) || this.#blocksWithPaddedId.has(hash)))
			this.#pendingIds.add(hash);
	}

	/** Schedules all rows. */
	allChanged(): void {
		this.#isFollowing = false;
		this.#pendingIds.clear();
		this.#work = undefined;
		for (const block of this.#blocks) this.#pendingBlocks.add(block);
	}

	/** Compares what is not compared yet, until `stop` returns true; returns whether nothing is left. */
	run(stop: () => boolean): boolean {
		const students = this.#students;
		if (this.#rules.length === 0) return true;
		if (students && !students.run(stop)) return false;
		this.#isFollowing = students !== undefined;
		for (;;) {
			const steps = this.#nextWork();
			if (!steps) return true;
			if (steps.next().done) this.#work = undefined;
			if (stop()) return false;
		}
	}

	/** One finding on the header for each cause that enough rows share. */
	get sharedFindings(): readonly BlockFinding[] {
		return this.#causes.findings;
	}

	#nextWork(): Iterator<void> | undefined {
		if (this.#work) return this.#work.steps;
		const [block] = this.#pendingBlocks;
		if (block) {
			this.#pendingBlocks.delete(block);
			this.#work = { target: block, steps: this.#compareBlock(block) };
			return this.#work.steps;
		}
		const [hash] = this.#pendingIds;
		if (hash === undefined) return undefined;
		this.#pendingIds.delete(hash);
		this.#work = { target: hash, steps: this.#compareId(hash) };
		return this.#work.steps;
	}

	/** Compares all rows of a block, with a step for each row and for each block of the roster that must be read. */
	*#compareBlock(block: CheckedBlock): Generator<void> {
		if (!this.#students?.isUsable) {
			for (const index of [...block.studentFindings.keys()]) this.#setFindings(block, index, []);
			return;
		}
		for (let index = 0; index < block.keys.length; index++) {
			if (block.keys[index] === NO_KEY) continue;
			yield* this.#compareRow(block, index);
			yield;
		}
	}

	/** Compares the rows with an ID of this hash, and those whose ID without leading zeros has it. */
	*#compareId(hash: number): Generator<void> {
		const blocks = new Set([...this.keys.blocksOf(hash), ...(this.#blocksWithPaddedId.get(hash) ?? [])]);
		for (const block of blocks) {
			if (this.#pendingBlocks.has(block)) continue;
			const rows = new Set([...block.withKey(hash), ...this.#withPaddedId(block, hash)]);
			for (const index of rows) {
				yield* this.#compareRow(block, index);
				yield;
			}
		}
	}

	/** The records of a block whose ID has a finding and, without its leading zeros, this hash. */
	*#withPaddedId(block: CheckedBlock, hash: number): Iterable<number> {
		if (!this.#blocksWithPaddedId.get(hash)?.has(block)) return;
		for (const index of block.studentFindings.keys()) {
			const unpadded = withoutLeadingZeros(this.#idOf(block, index));
			if (hashOf(unpadded, 0, unpadded.length) === hash) yield index;
		}
	}

	#idOf(block: CheckedBlock, index: number): string {
		return block.read(this.#row, index).at(this.layout.keyIndex);
	}

	*#compareRow(block: CheckedBlock, index: number): Generator<void> {
		const students = this.#students;
		if (!students?.isUsable) return this.#setFindings(block, index, []);
		const hasFault = (): boolean => this.#hasFault(block, index);
		let id = this.#idOf(block, index);
		const rows = studentOf(students, { id, hasFault });
		if (!rows) {
			while (students.readAlternates()) yield;
			id = this.#idOf(block, index);
		}
		const referring = { id, row: this.#row, record: index, hasFault };
		const findings = compareRow(students, rows, referring, this.#rules, this.active);
		if (!rows && findings.length > 0) this.#rememberPadded(id, block);
		this.#setFindings(block, index, findings);
	}

	/** Whether the row's ID has a finding of a rule that looks at one record. */
	#hasFault(block: CheckedBlock, index: number): boolean {
		const { keyIndex } = this.layout;
		return block.findings.some(({ record, column }) => record === index && column === keyIndex);
	}

	/** Remembers an ID with leading zeros that no student has: the student without the zeros may be added later. */
	#rememberPadded(id: string, block: CheckedBlock): void {
		const unpadded = withoutLeadingZeros(id);
		if (unpadded === id) return;
		const hash = hashOf(unpadded, 0, unpadded.length);
		this.#blocksWithPaddedId.set(hash, (this.#blocksWithPaddedId.get(hash) ?? new Set()).add(block));
		this.#paddedIdsOf.set(block, (this.#paddedIdsOf.get(block) ?? new Set()).add(hash));
	}

	#forgetPadded(block: CheckedBlock): void {
		for (const hash of this.#paddedIdsOf.get(block) ?? []) {
			const blocks = this.#blocksWithPaddedId.get(hash);
			blocks?.delete(block);
			if (blocks?.size === 0) this.#blocksWithPaddedId.delete(hash);
		}
		this.#paddedIdsOf.delete(block);
	}

	#setFindings(block: CheckedBlock, index: number, findings: readonly BlockFinding[]): void {
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
