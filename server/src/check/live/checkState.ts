import type { Block } from '../../csv/block';
import type { CsvDocument } from '../../csv/document';
import { recordsLeft } from '../../csv/recordsLeft';
import { Fields, type RecordReader } from '../../csv/scan';
import type { Layout } from '../../rules/layout';
import { runToEnd } from '../../work/runToEnd';
import type { ActiveRules } from '../activeRules';
import { StudentCheck } from '../dataset/studentCheck';
import type { LiveStudentLookup } from '../dataset/studentLookup';
import { type Finding, messageOf } from '../finding';
import { type FixedFile, isFixable } from '../fixes/fixEdits';
import { failures, type Header } from '../record/headerCheck';
import { RecordCheck } from '../record/recordCheck';
import { RecordRow } from '../record/recordRow';
import { Tally } from '../tally';
import { blockCheckSteps } from './blockCheck';
import { BlockList } from './blockList';
import type { CheckedBlock, FindingListener, FindingOfBlock } from './checkedBlock';
import { KeyIndex } from './keyIndex';
import { UnchangedRecords } from './unchangedRecords';

/**
 * The state of a checker under one header. With another header it starts over with a new state, since the columns
 * decide which rules look at which field.
 */
export class CheckState implements FixedFile, FindingListener {
	/** The counts of all findings so far. */
	readonly tally = new Tally();
	readonly blocks = new BlockList();
	readonly keys: KeyIndex;
	readonly students: StudentCheck;
	/** For reading single records, one after the other. */
	readonly row: RecordRow;
	/** Checks single records, and whether a fix would leave one with a new error. */
	readonly recordCheck: RecordCheck;
	/** Findings on the header that are not about it: rules that failed, and causes that many rows share. */
	#notes: readonly Finding[] = [];
	/** The block that is being checked, and the steps that are left. */
	#work: { readonly block: Block; readonly steps: Generator<void, CheckedBlock> } | undefined;

	constructor(
		readonly document: CsvDocument,
		readonly layout: Layout,
		readonly header: Header,
		readonly active: ActiveRules,
		roster: LiveStudentLookup | undefined,
	) {
		this.recordCheck = new RecordCheck(layout, active, document.reader);
		this.keys = new KeyIndex(layout, active, this);
		this.students = new StudentCheck(layout, active, this.keys, this);
		this.row = new RecordRow(layout, new Fields());
		this.students.compareWith(roster);
		for (const finding of header.findings) this.tally.add(finding, isFixable(this, finding));
	}

	/** Splits the text into records. */
	get reader(): RecordReader {
		return this.document.reader;
	}

	/** The students that the rows are compared with. */
	get roster(): LiveStudentLookup | undefined {
		return this.students.students;
	}

	/** The findings that are shown on the header. */
	get headerFindings(): readonly Finding[] {
		return [...this.header.findings, ...this.#notes];
	}

	/** Brings the findings on the header that are not about it up to date. */
	updateNotes(): void {
		const before = this.#notes;
		const now = [...failures(this.active), ...this.students.sharedFindings];
		const isSame = now.every((note, at) => messageOf(note) === messageOf(before[at] ?? note));
		if (isSame && now.length === before.length) return;
		for (const note of before) this.tally.remove(note, isFixable(this, note), true);
		for (const note of now) this.tally.add(note, isFixable(this, note), true);
		this.#notes = now;
	}

	/** Takes in the document's blocks, and forgets and returns those that are no longer part of it. */
	followBlocks(): readonly CheckedBlock[] {
		const removed = this.blocks.follow(this.document.blocks);
		for (const block of removed) {
			for (const finding of block.findings) this.lost(block, finding);
			this.students.remove(block);
			this.keys.remove(block);
		}
		return removed;
	}

	/** Takes one step in the check of the block at a position; returns the checked block once that is done. */
	checkStep(position: number): CheckedBlock | undefined {
		const block = this.blocks.blockAt(position);
		if (this.#work?.block !== block) this.#work = { block, steps: this.#checkSteps(position) };
		const { done, value } = this.#work.steps.next();
		return done ? this.#setChecked(position, value) : undefined;
	}

	/** Checks the block at a position. */
	check(position: number): CheckedBlock {
		return this.#setChecked(position, runToEnd(this.#checkSteps(position)));
	}

	/** Counts a finding of a block. */
	gained(block: CheckedBlock, finding: FindingOfBlock): void {
		block.groups.add(this.tally.add(finding, this.#isFixable(block, finding)));
	}

	/** Removes a finding of a block from the counts. */
	lost(block: CheckedBlock, finding: FindingOfBlock): void {
		this.tally.remove(finding, this.#isFixable(block, finding));
	}

	#isFixable({ position }: CheckedBlock, { problem, record }: FindingOfBlock): boolean {
		return isFixable(this, { problem, record: this.document.firstRecordOf(position) + record });
	}

	#checkSteps(position: number): Generator<void, CheckedBlock> {
		const { document } = this;
		const block = this.blocks.blockAt(position);
		const origin = document.takeOrigin(block);
		const before = origin && this.blocks.replaced(origin.block);
		return blockCheckSteps(
			this.recordCheck,
			block,
			position === 0 ? 1 : 0,
			// An edit between two steps may have moved the block.
			(record) => recordsLeft(document, document.blocks.indexOf(block), record),
			before && new UnchangedRecords(before, block, origin.edits),
		);
	}

	#setChecked(position: number, block: CheckedBlock): CheckedBlock {
		this.#work = undefined;
		this.blocks.set(position, block);
		for (const finding of block.findings) this.gained(block, finding);
		this.keys.add(block);
		this.students.add(block);
		return block;
	}
}
