import { Fields } from '../../csv/scan';
import { HashMultimap } from '../../hash/hashMultimap';
import { NO_KEY } from '../../hash/textHash';
import type { Layout } from '../../rules/layout';
import type { StudentCountRule } from '../../rules/rule';
import type { ActiveRules } from '../activeRules';
import type { BlockFinding } from '../finding';
import type { CheckedBlock } from '../live/checkedBlock';
import type { KeyIndex } from '../live/keyIndex';
import { RecordRow } from '../record/recordRow';
import { countFinding, countsWith } from './countFinding';
import { StudentIndex } from './studentIndex';
import type { LiveStudentLookup, StudentsListener } from './studentLookup';

/** Rows of a step: most of them are only read. */
const ROWS_PER_STEP = 16;

/**
 * Counts the students of one rule, and follows the edits of both files: the students of a block that is added or removed
 * are looked at again, and no others. The roster is the file itself, where it has both columns, or the other file.
 */
export class StudentCount implements StudentsListener {
	/** Counts up whenever the finding changes. */
	revision = 0;
	readonly #own: StudentIndex;
	readonly #isRoster: boolean;
	/** The hashes of the IDs that are counted, each with as many owners, from 0 on, as IDs share the hash. */
	#counted = new HashMultimap<number>();
	/** How many IDs are counted so far. */
	#count = 0;
	/** The count when nothing was left to look at. */
	#settled = 0;
	/** The blocks of the roster whose rows are all still to be looked at. */
	readonly #pendingBlocks = new Set<CheckedBlock>();
	/** The hashes of the IDs to look at again. */
	readonly #pendingIds = new Set<number>();
	#students: LiveStudentLookup | undefined;
	/** Whether all blocks of the roster are counted or pending. Its reports before that are no changes. */
	#isFollowing: boolean;
	/** The block that is being looked at, and the steps that are left. */
	#work: { readonly block: CheckedBlock; readonly steps: Iterator<void> } | undefined;

	constructor(
		private readonly rule: StudentCountRule,
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		keys: KeyIndex,
	) {
		this.#own = new StudentIndex(layout, (hash) => keys.blocksOf(hash));
		this.#isRoster = layout.indexOf(rule.rosterColumn) >= 0;
		this.#isFollowing = this.#isRoster;
	}

	/** Counts the students of this roster from now on; with undefined, none. */
	compareWith(students: LiveStudentLookup | undefined): void {
		if (this.#isRoster || students === this.#students) return;
		this.#students?.removeListener(this);
		this.#students = students;
		students?.addListener(this);
		this.allChanged();
	}

	/** Adds a block of the file, to be looked at later. */
	add(block: CheckedBlock): void {
		this.#own.add(block);
		if (this.#isRoster) this.#pendingBlocks.add(block);
		else this.#touch(block.keys);
		this.#touchPossible(block);
	}

	/** Removes a block of the file. */
	remove(block: CheckedBlock): void {
		this.#own.remove(block);
		this.#pendingBlocks.delete(block);
		if (this.#work?.block === block) this.#work = undefined;
		this.#touch(block.keys);
		this.#touchPossible(block);
	}

	/** Schedules the students with this hash. */
	idChanged(hash: number): void {
		if (this.#isFollowing && hash !== NO_KEY) this.#pendingIds.add(hash);
	}

	/** Starts over with the roster. */
	allChanged(): void {
		this.#isFollowing = false;
		this.#pendingBlocks.clear();
		this.#pendingIds.clear();
		this.#work = undefined;
		this.#counted = new HashMultimap();
		this.#count = 0;
	}

	/** Looks at what is pending, until `stop` returns true; returns whether nothing is left. */
	run(stop: () => boolean): boolean {
		const students = this.#students;
		if (students && !students.run(stop)) return false;
		if (!this.#isFollowing && students?.isUsable && countsWith(this.rule, students.layout)) {
			for (const block of students.blocks) this.#pendingBlocks.add(block);
			this.#isFollowing = true;
		}
		while (this.#step()) if (stop()) return false;
		if (this.#settled !== this.#count) this.revision++;
		this.#settled = this.#count;
		return true;
	}

	/** The finding on the header, if a student is counted. */
	get sharedFindings(): readonly BlockFinding[] {
		return [countFinding(this.rule, this.active, this.layout, this.#settled) ?? []].flat();
	}

	/** The students to count, and how to find them. */
	get #roster(): Pick<LiveStudentLookup, 'layout' | 'idsOf' | 'rowsOf'> | undefined {
		return this.#isRoster ? this.#own : this.#students;
	}

	/** Takes a step; returns false if nothing is left. */
	#step(): boolean {
		if (this.#work) {
			if (this.#work.steps.next().done) this.#work = undefined;
			return true;
		}
		const [block] = this.#pendingBlocks;
		if (block) {
			this.#pendingBlocks.delete(block);
			this.#work = { block, steps: this.#countBlock(block) };
			return true;
		}
		const [hash] = this.#pendingIds;
		if (hash === undefined) return false;
		this.#pendingIds.delete(hash);
		this.#judge(hash);
		return true;
	}

	/** Looks at the students of a block of the roster who may be counted or are, with a step every few rows. */
	*#countBlock(block: CheckedBlock): Generator<void> {
		const roster = this.#roster;
		if (!roster) return;
		const row = new RecordRow(roster.layout, new Fields());
		for (const [index, hash] of block.keys.entries()) {
			if (hash === NO_KEY) continue;
			const rows = [block.read(row, index)];
			if (this.#counted.has(hash) || this.#isCounted(rows, this.#isRoster ? rows : [])) this.#judge(hash);
			if (index % ROWS_PER_STEP === 0) yield;
		}
	}

	/** Counts the IDs of a hash again. */
	#judge(hash: number): void {
		const roster = this.#roster;
		const own = this.#own;
		let left = 0;
		for (const id of roster?.idsOf(hash) ?? []) {
			// The row that cannot be read may be the one that counts.
			if (own.mayBeUnreadable(id)) continue;
			const rows = roster?.rowsOf(id) ?? [];
			if (this.#isCounted(rows, this.#isRoster ? rows : own.rowsOf(id))) left++;
		}
		let counted = this.#counted.get(hash).length;
		this.#count += left - counted;
		while (counted < left) this.#counted.add(hash, counted++);
		while (counted > left) this.#counted.delete(hash, --counted);
	}

	#isCounted(rows: Parameters<StudentCountRule['isCounted']>[0], others: typeof rows): boolean {
		return this.active.guard(this.rule, () => this.rule.isCounted(rows, others)) ?? false;
	}

	#touch(hashes: Iterable<number>): void {
		for (const hash of hashes) this.idChanged(hash);
	}

	#touchPossible({ possibleIds }: CheckedBlock): void {
		for (const hashes of possibleIds.values()) this.#touch(hashes);
	}
}
