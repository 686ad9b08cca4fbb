import type { CsvDocument } from '../../csv/document';
import type { RecordReader } from '../../csv/scan';
import { hashOf } from '../../hash/textHash';
import { Layout } from '../../rules/layout';
import type { FileView } from '../../rules/views';
import type { Table } from '../../spec';
import type { ActiveRules } from '../activeRules';
import { type LiveStudentLookup, MAX_ROWS_PER_STUDENT } from '../dataset/studentLookup';
import type { ColumnFacts } from '../fileFacts';
import type { Finding } from '../finding';
import { checkFile, checkHeader, type Header } from '../record/headerCheck';
import type { RecordCheck } from '../record/recordCheck';
import { UNREAD } from '../record/valueSlots';
import type { ReportedProblems } from '../reportedProblems';
import type { Group, Tally } from '../tally';
import type { BlockWatcher, CheckedBlock, FindingOfBlock, RecordRef } from './checkedBlock';
import { CheckState } from './checkState';
import { documentHeader } from './documentHeader';

/** Before the first `sync`. */
const NO_HEADER: Header = { findings: [], suppressesRest: false };

/**
 * Holds the findings of all rules on one document and follows its edits: a block that an edit does not change is not
 * checked again. `run` works until it is told to stop, so a large file is checked in slices.
 */
export class Checker {
	#headerIdentity: string | undefined;
	#state: CheckState;
	#roster: LiveStudentLookup | undefined;
	readonly #watchers = new Set<BlockWatcher>();
	/** What others report on the file, for whatever shows findings: the check does not look at it. */
	reported: ReportedProblems | undefined;

	constructor(
		readonly document: CsvDocument,
		readonly table: Table,
		readonly active: ActiveRules,
		/** What the host knows about the file besides its text. */
		readonly file: Partial<FileView> = {},
	) {
		this.#state = new CheckState(document, new Layout(table, []), NO_HEADER, active, undefined);
	}

	/** The columns as of the last `sync` or `run`. */
	get layout(): Layout {
		return this.#state.layout;
	}

	/** Splits the text into records. */
	get reader(): RecordReader {
		return this.document.reader;
	}

	/** Checks single records under the current header. */
	get recordCheck(): RecordCheck {
		return this.#state.recordCheck;
	}

	/** The counts of all findings so far. */
	get tally(): Tally {
		return this.#state.tally;
	}

	/** Compares each row with its student in this roster from now on; with undefined, with no student. */
	compareWith(roster: LiveStudentLookup | undefined): void {
		this.#roster = roster;
		this.#state.compareWith(roster);
	}

	/** The students that the rows are compared with. */
	get roster(): LiveStudentLookup | undefined {
		return this.#roster;
	}

	/** Calls the watcher for each block that is checked or replaced from now on. */
	watch(watcher: BlockWatcher): void {
		this.#watchers.add(watcher);
	}

	/** Stops to call a watcher. */
	unwatch(watcher: BlockWatcher): void {
		this.#watchers.delete(watcher);
	}

	/** The checked block at a position of the document; undefined if it is not checked yet. */
	blockAt(position: number): CheckedBlock | undefined {
		return this.#state.blocks.checkedAt(position);
	}

	/** The blocks that are checked so far, in the order of the file. */
	get blocks(): readonly CheckedBlock[] {
		return this.#state.blocks.checked;
	}

	/** Counts up whenever a comparison with the other file changes a finding of this one. */
	get datasetRevision(): number {
		return this.#state.datasetRevision;
	}

	/** False if a finding on the header suppresses all others, so that no row is checked. */
	get isReadable(): boolean {
		return !this.#state.header.suppressesRest;
	}

	/** Why the text has no columns that could be shown, in a sentence for people; undefined where it has. */
	get columnsProblem(): string | undefined {
		return this.#state.header.columnsProblem;
	}

	/** The checked blocks with a key of this hash, in the order of the file. */
	blocksOf(hash: number): readonly CheckedBlock[] {
		return this.#state.keys.blocksOf(hash);
	}

	/** The records whose key is this ID, in the order of the file, as far as it is checked. */
	*placesOf(id: string): Iterable<RecordRef> {
		const { keys, layout, row } = this.#state;
		const hash = hashOf(id, 0, id.length);
		for (const block of keys.blocksOf(hash)) {
			for (const index of block.withKey(hash)) {
				if (block.read(row, index).at(layout.keyIndex) === id) yield { block, index };
			}
		}
	}

	/** The unquoted values of the first rows with this key that are checked. */
	rowsWithKey(key: string): readonly (readonly string[])[] {
		const { row, layout } = this.#state;
		const rows: (readonly string[])[] = [];
		for (const { block, index } of this.placesOf(key)) {
			block.read(row, index);
			rows.push(layout.columns.map((column) => row.at(column.index)));
			if (rows.length === MAX_ROWS_PER_STUDENT) break;
		}
		return rows;
	}

	/** The 0-based number in the document of a record of a checked block. */
	recordOf({ block, index }: RecordRef): number {
		return this.document.firstRecordOf(block.position) + index;
	}

	/** Checks what is not checked yet, until `stop` returns true; returns whether everything is checked. */
	run(stop: () => boolean = () => false): boolean {
		const before = this.#state;
		this.followEdits();
		const state = this.#state;
		const { blocks } = state;
		if (!this.isReadable) {
			// The rows below are not checked, but counted.
			while (this.document.readMore()) if (stop()) return false;
			return true;
		}
		if (state !== before && stop()) return false;
		for (;;) {
			const position = blocks.firstUnchecked;
			if (position < blocks.length) this.#announce(state.checkStep(position));
			else if (!this.document.readMore()) break;
			this.#followBlocks();
			if (stop()) return false;
		}
		blocks.forgetReplaced();
		const isDone = state.compare(stop);
		state.updateNotes();
		return isDone;
	}

	/** Whether the first rows are checked. */
	get firstRowsChecked(): boolean {
		return this.#state.blocks.firstUnchecked > 0;
	}

	/** Whether each row is checked by itself; comparing rows with each other may be left to do. */
	get allRowsChecked(): boolean {
		const { blocks } = this.#state;
		return this.document.complete && blocks.firstUnchecked === blocks.length;
	}

	/** The number of rows below the header that have been read. */
	get records(): number {
		return Math.max(0, this.document.recordCount - 1);
	}

	/** The number of different IDs in rows that can be read; right once the whole file is checked. */
	get students(): number {
		return this.#state.keys.size;
	}

	/** The columns of codes with their values, counted as far as the file is checked. */
	get columnFacts(): readonly ColumnFacts[] {
		const { recordCheck, valueCounts } = this.#state;
		return recordCheck.slots.columnFacts(valueCounts);
	}

	/** Rows that cannot be read or have no ID, as far as the file is checked; blank rows do not count. */
	get unread(): number {
		return this.#state.valueCounts[UNREAD] ?? 0;
	}

	/** Takes in the edits of the document and checks nothing but the header. */
	followEdits(): void {
		this.#readHeader();
		if (this.isReadable) this.#followBlocks();
		this.#state.updateNotes();
	}

	/**
	 * The findings below the header in the block at a position of the document, in the order of the file. Checks the
	 * block first where it must. `followEdits` must have taken in the document's edits.
	 */
	findingsInBlock(position: number): readonly Finding[] {
		this.#followBlocks();
		if (!this.isReadable) return [];
		if (!this.#state.blocks.checkedAt(position)) this.#announce(this.#state.check(position));
		return this.#state.findingsAt(position);
	}

	/** All findings so far, in the order of the file. */
	findings(): Finding[] {
		return [...this.findingsInGroups()];
	}

	/** The findings of the records from `first` to `last`, 0-based. Checks their blocks first where it must. */
	*findingsBetween(first: number, last: number): Iterable<Finding> {
		this.followEdits();
		const { document } = this;
		const { blocks, fileFindings } = this.#state;
		if (first <= 0) yield* fileFindings.filter(({ record }) => record === 0);
		const until = Math.min(last, document.recordCount - 1);
		if (blocks.length === 0 || until < 0) return;
		const lastPosition = document.blockOfRecord(until);
		for (let at = document.blockOfRecord(Math.max(0, first)); at <= lastPosition; at++) {
			if (!blocks.checkedAt(at)) this.#announce(this.#state.check(at));
			for (const finding of this.#state.findingsAt(at)) {
				if (finding.record >= first && finding.record <= last) yield finding;
			}
		}
	}

	/** The findings so far of the wanted groups, in the order of the file. Skips blocks that have none of them. */
	*findingsInGroups(isWanted: (group: Group) => boolean = () => true): Iterable<Finding> {
		this.followEdits();
		const state = this.#state;
		yield* state.fileFindings.filter(({ record }) => record === 0);
		for (let at = 0; at < state.blocks.length; at++) {
			if (state.hasNotesAt(at) || state.blocks.checkedAt(at)?.hasAny(isWanted)) yield* state.findingsAt(at);
		}
	}

	/**
	 * Calls `visit` with the record of each finding below the header so far, in no order, and yields after each block.
	 * Skips blocks that have none of the wanted groups, and makes no `Finding` of what is in the others.
	 */
	*visitFindings(
		visit: (record: number, finding: FindingOfBlock) => void,
		isWanted: (group: Group) => boolean = () => true,
	): Generator<void> {
		this.followEdits();
		const { document } = this;
		for (const note of this.#state.fileFindings) if (note.record > 0) visit(note.record, note);
		for (const block of this.blocks) {
			if (!block.hasAny(isWanted)) continue;
			const first = document.firstRecordOf(block.position);
			block.visitFindings((finding) => visit(first + finding.record, finding));
			yield;
		}
	}

	#readHeader(): void {
		const { active, document, table } = this;
		const { identity, columns, ...text } = documentHeader(document);
		if (identity === this.#headerIdentity) return;
		this.#headerIdentity = identity;
		const layout = new Layout(table, columns);
		const { findings, suppressesRest, ...found } = checkHeader(layout, active, document.reader, text);
		const ofFile = checkFile(layout, active, this.file, suppressesRest);
		const header: Header = { ...found, suppressesRest, findings: [...ofFile, ...findings] };
		this.#state.compareWith(undefined);
		this.#state = new CheckState(document, layout, header, active, this.#roster);
		for (const watcher of this.#watchers) watcher.reset();
	}

	#followBlocks(): void {
		for (const block of this.#state.followBlocks()) {
			for (const watcher of this.#watchers) watcher.blockRemoved(block);
		}
	}

	#announce(checked: CheckedBlock | undefined): void {
		if (checked) for (const watcher of this.#watchers) watcher.blockAdded(checked);
	}
}
