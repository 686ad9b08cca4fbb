import type { Block } from '../../csv/block';
import type { CsvDocument } from '../../csv/document';
import { recordsAhead } from '../../csv/recordsAhead';
import { Fields, type RecordReader } from '../../csv/scan';
import type { Layout } from '../../rules/layout';
import { runToEnd } from '../../work/runToEnd';
import type { ActiveRules } from '../activeRules';
import { StudentCheck } from '../dataset/studentCheck';
import { StudentCount } from '../dataset/studentCount';
import type { LiveStudentLookup } from '../dataset/studentLookup';
import { decisionKey, groupRowFaults } from '../decisions';
import { type Finding, messageOf } from '../finding';
import { type FixedFile, isFixable, proveTogether } from '../fixes/fixEdits';
import { failures, type Header, lostLettersFinding } from '../record/headerCheck';
import { RecordCheck } from '../record/recordCheck';
import { RecordRow } from '../record/recordRow';
import { addCounts } from '../record/valueSlots';
import { type Group, Tally } from '../tally';
import { valueKey } from '../valueKey';
import { blockCheckSteps } from './blockCheck';
import { BlockList } from './blockList';
import type { CheckedBlock, FindingListener, FindingOfBlock } from './checkedBlock';
import { FileLetters } from './fileLetters';
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
	readonly #students: StudentCheck;
	/** What compares the rows with the other file, or counts their students. */
	readonly #dataset: readonly (StudentCheck | StudentCount)[];
	/** The values of the columns of codes so far, counted: see `ValueSlots`. */
	readonly valueCounts: Int32Array;
	/** For reading single records, one after the other. */
	readonly row: RecordRow;
	/** Checks single records, and whether a fix would leave one with a new error. */
	readonly recordCheck: RecordCheck;
	readonly #lostLetters: FileLetters;
	/** Findings that are about no single row: rules that failed, causes that many rows share, and lost letters. */
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
		this.valueCounts = this.recordCheck.slots.none();
		this.keys = new KeyIndex(layout, active, this);
		this.#students = new StudentCheck(layout, active, this.keys, this);
		const counts = active
			.studentCountRules(layout)
			.map((rule) => new StudentCount(rule, layout, active, this.keys));
		this.#dataset = [this.#students, ...counts];
		this.row = new RecordRow(layout, new Fields());
		this.compareWith(roster);
		this.#lostLetters = new FileLetters(document, header.lostLetters);
		proveTogether(this, () => header.findings.filter(({ record }) => record === 0));
		for (const finding of header.findings) this.#count(finding, 1);
	}

	/** Splits the text into records. */
	get reader(): RecordReader {
		return this.document.reader;
	}

	/** The students that the rows are compared with. */
	get roster(): LiveStudentLookup | undefined {
		return this.#students.students;
	}

	/** Compares the rows with these students from now on; with undefined, with none. */
	compareWith(roster: LiveStudentLookup | undefined): void {
		for (const part of this.#dataset) part.compareWith(roster);
	}

	/** Compares rows with others until `stop` returns true; returns whether nothing is left. */
	compare(stop: () => boolean): boolean {
		return this.keys.run(stop) && this.#dataset.every((part) => part.run(stop));
	}

	/** Counts up whenever a comparison with the other file changes a finding. */
	get datasetRevision(): number {
		return this.#dataset.reduce((sum, { revision }) => sum + revision, 0);
	}

	/** The findings that are about the whole file, most of them on the header; ascending. */
	get fileFindings(): readonly Finding[] {
		return [...this.header.findings, ...this.#notes];
	}

	/** The findings of the block at a position, in the order of the file; none if it is not checked yet. */
	findingsAt(position: number): readonly Finding[] {
		const findings = this.blocks.checkedAt(position)?.findingsIn(this.document) ?? [];
		const notes = this.#notesAt(position);
		if (notes.length === 0) return findings;
		// The sort is stable: of one record, its own findings stay first, in their order.
		return [...findings, ...notes].sort((a, b) => a.record - b.record);
	}

	/** Whether a finding that is about the whole file is in the block at a position, below the header. */
	hasNotesAt(position: number): boolean {
		return this.#notesAt(position).length > 0;
	}

	/** Brings the findings that are about no single row up to date. */
	updateNotes(): void {
		const before = this.#notes;
		const { count, first } = this.#lostLetters;
		const ofLetters = lostLettersFinding(this.active, count, first) ?? [];
		const ofDataset = this.#dataset.flatMap((part) => part.sharedFindings);
		const now = [...failures(this.active), ...ofDataset, ofLetters].flat();
		const isSame = now.every((note, at) => isSameNote(note, before[at]));
		if (isSame && now.length === before.length) return;
		for (const note of before) this.#count(note, -1, note.record === 0);
		for (const note of now) this.#count(note, 1, note.record === 0);
		this.#notes = now;
	}

	/** Takes in the document's blocks, and forgets and returns those that are no longer part of it. */
	followBlocks(): readonly CheckedBlock[] {
		const removed = this.blocks.follow(this.document.blocks);
		for (const block of removed) {
			for (const finding of block.findings) this.lost(block, finding);
			this.#lostLetters.remove(block);
			addCounts(this.valueCounts, block.valueCounts, -1);
			for (const part of this.#dataset) part.remove(block);
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
		block.groups.add(this.#count(this.#placed(block, finding), 1));
	}

	/** Removes a finding of a block from the counts. */
	lost(block: CheckedBlock, finding: FindingOfBlock): void {
		this.#count(this.#placed(block, finding), -1);
	}

	#notesAt(position: number): readonly Finding[] {
		const notes = this.#notes.filter(({ record }) => record > 0);
		if (notes.length === 0) return notes;
		const first = this.document.firstRecordOf(position);
		const end = first + this.blocks.blockAt(position).records;
		return notes.filter(({ record }) => record >= first && record < end);
	}

	#placed({ position }: CheckedBlock, finding: FindingOfBlock): FindingOfBlock {
		return { ...finding, record: this.document.firstRecordOf(position) + finding.record };
	}

	/** Adds a finding to the counts, or removes it. Its record counts in the document. */
	#count(finding: FindingOfBlock, by: 1 | -1, isNote = false): Group {
		const fixable = isFixable(this, finding);
		const key = valueKey(this.document, this.layout, finding);
		const decision = fixable || isNote ? undefined : decisionKey(this.document, finding, key);
		return by > 0
			? this.tally.add(finding, key, fixable, isNote, decision)
			: this.tally.remove(finding, key, fixable, isNote, decision);
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
			(record) => recordsAhead(document, document.blocks.indexOf(block), record),
			before && new UnchangedRecords(before, block, origin.edits),
		);
	}

	#setChecked(position: number, block: CheckedBlock): CheckedBlock {
		this.#work = undefined;
		this.blocks.set(position, block);
		proveTogether(this, () => block.findings.map((finding) => this.#placed(block, finding)));
		groupRowFaults(block.findings);
		for (const finding of block.findings) this.gained(block, finding);
		this.#lostLetters.add(block);
		addCounts(this.valueCounts, block.valueCounts);
		this.keys.add(block);
		for (const part of this.#dataset) part.add(block);
		return block;
	}
}

function isSameNote(one: Finding, other: Finding | undefined): boolean {
	return (
		messageOf(one) === messageOf(other ?? one) &&
		one.record === other?.record &&
		one.column === other.column &&
		one.start === other.start
	);
}
