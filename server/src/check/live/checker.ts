import type { Block } from '../../csv/block';
import type { CsvDocument } from '../../csv/document';
import { Fields, UNCLOSED } from '../../csv/scan';
import { hashOf } from '../../hash/textHash';
import { Layout } from '../../rules/layout';
import type { FileView } from '../../rules/views';
import type { Table } from '../../spec';
import { runToEnd } from '../../work/runToEnd';
import type { ActiveRules } from '../activeRules';
import { StudentCheck } from '../dataset/studentCheck';
import type { LiveStudentLookup } from '../dataset/studentLookup';
import { type BlockFinding, type Finding, messageOf } from '../finding';
import { isFixable } from '../fixes/fixEdits';
import { checkFile, checkHeader, failures, type Header } from '../record/headerCheck';
import { RecordCheck } from '../record/recordCheck';
import { RecordRow } from '../record/recordRow';
import { type Group, Tally } from '../tally';
import { blockCheckSteps } from './blockCheck';
import type { BlockWatcher, CheckedBlock, KeyFinding, RecordRef } from './checkedBlock';
import { KeyIndex, type KeyListener } from './keyIndex';
import { UnchangedRecords } from './unchangedRecords';

/**
 * Holds what all rules say of one document, and follows its edits: a block that is still there is not looked at
 * again. `run` works until it is told to stop, so a large file is checked in slices.
 */
export class Checker {
	layout: Layout;
	/** The counts of all findings that are known by now. */
	tally = new Tally();
	#headerText: string | undefined;
	#header: Header = { findings: [], alone: false };
	/** On the header, and not of it: rules that failed, and what many rows have in common. */
	#notes: readonly Finding[] = [];
	/** The document's blocks when it was last followed, and what is known of each. */
	#blocks: readonly Block[] = [];
	#checked: (CheckedBlock | undefined)[] = [];
	/** All blocks before this one are checked. */
	#next = 0;
	/** The block that is being checked, and how far. */
	#part: { readonly block: Block; readonly steps: Generator<void, CheckedBlock> } | undefined;
	/** What was known of blocks that edits have changed, until the changed ones are checked. */
	readonly #gone = new Map<Block, CheckedBlock>();
	#check: RecordCheck;
	#keys: KeyIndex;
	#row: RecordRow;
	#students: StudentCheck;
	#roster: LiveStudentLookup | undefined;
	readonly #watchers = new Set<BlockWatcher>();

	constructor(
		readonly document: CsvDocument,
		readonly table: Table,
		readonly active: ActiveRules,
		/** What a host knows of the file besides its text. */
		readonly file: Partial<FileView> = {},
	) {
		this.layout = new Layout(table, []);
		this.#check = new RecordCheck(this.layout, active, document.reader);
		this.#row = new RecordRow(this.layout, new Fields());
		this.#keys = this.#newKeys();
		this.#students = this.#newStudents();
	}

	/** Compares each row with its student there, from now on; with nobody where there is no such file. */
	compareWith(roster: LiveStudentLookup | undefined): void {
		this.#roster = roster;
		this.#students.follow(roster);
	}

	get roster(): LiveStudentLookup | undefined {
		return this.#roster;
	}

	/** Tells of the blocks that come and go from now on. */
	watch(watcher: BlockWatcher): void {
		this.#watchers.add(watcher);
	}

	/** The blocks that are checked by now. */
	get blocks(): readonly CheckedBlock[] {
		return this.#checked.filter((checked) => checked !== undefined);
	}

	/** Counts up when the other file makes for another finding. */
	get datasetRevision(): number {
		return this.#students.changes;
	}

	/** Whether there is more than a header that says why nothing can be read. */
	get isReadable(): boolean {
		return !this.#header.alone;
	}

	/** The blocks that hold a key of this hash, in the order of the file. */
	blocksOf(hash: number): readonly CheckedBlock[] {
		return this.#keys.blocksOf(hash);
	}

	/** The records whose key is this id, as far as the file is checked, in their order. */
	*placesOf(id: string): Iterable<RecordRef> {
		const hash = hashOf(id, 0, id.length);
		for (const block of this.blocksOf(hash)) {
			for (const index of block.withKey(hash)) {
				const row = block.read(this.#row, index);
				if (row.at(this.layout.keyIndex) === id) yield { block, index };
			}
		}
	}

	/** The number of a record that `placesOf` gave. */
	recordOf({ block, index }: RecordRef): number {
		return this.document.firstRecordOf(block.position) + index;
	}

	/** Checks what is not checked yet, until told to stop; true when everything is. */
	run(stop: () => boolean = () => false): boolean {
		const header = this.#header;
		this.sync();
		if (this.#header.alone) return true;
		if (this.#header !== header && stop()) return false;
		for (;;) {
			while (this.#checked[this.#next]) this.#next++;
			if (this.#next < this.#checked.length) this.#checkPart(this.#next);
			else if (!this.document.readMore()) break;
			this.#follow();
			if (stop()) return false;
		}
		this.#gone.clear();
		const isDone = this.#keys.run(stop) && this.#students.run(stop);
		this.#countNotes();
		return isDone;
	}

	/** Whether the first rows are checked. */
	get hasRows(): boolean {
		return this.#next > 0 || this.#checked[0] !== undefined;
	}

	/** Whether all rows are checked, each by itself; what compares rows may be left. */
	get hasAllRows(): boolean {
		return this.document.complete && this.#next >= this.#checked.length;
	}

	/** Rows below the header. */
	get records(): number {
		return Math.max(0, this.document.recordCount - 1);
	}

	/** Different ids of rows that can be read, once the file is checked. */
	get students(): number {
		return this.#keys.size;
	}

	/** Takes in what the document has become, and checks nothing but the header. */
	sync(): void {
		this.#readHeader();
		if (!this.#header.alone) this.#follow();
		this.#countNotes();
	}

	/** What is known by now, in the order of the file. */
	findings(): Finding[] {
		return [...this.findingsOf()];
	}

	/** What there is to say of the records from `first` to `last`: where nobody has looked yet, this does. */
	*findingsBetween(first: number, last: number): Iterable<Finding> {
		this.sync();
		const { document } = this;
		if (first <= 0) yield* this.#head();
		const until = Math.min(last, document.recordCount - 1);
		if (this.#checked.length === 0 || until < 0) return;
		for (let at = document.blockOfRecord(Math.max(0, first)); at <= document.blockOfRecord(until); at++) {
			if (!this.#checked[at]) this.#checkBlock(at);
			for (const finding of this.#findingsOfBlock(at)) {
				if (finding.record >= first && finding.record <= last) yield finding;
			}
		}
	}

	/** What is known by now of the kinds that are wanted, in the order of the file; blocks without any are passed by. */
	*findingsOf(wanted: (group: Group) => boolean = () => true): Iterable<Finding> {
		this.sync();
		yield* this.#head();
		for (let at = 0; at < this.#checked.length; at++) {
			const checked = this.#checked[at];
			if (checked?.hasAny(wanted)) yield* this.#findingsOfBlock(at);
		}
	}

	#head(): Finding[] {
		return [...this.#header.findings, ...this.#notes];
	}

	#findingsOfBlock(at: number): readonly Finding[] {
		const checked = this.#checked[at];
		if (!checked) return [];
		const first = this.document.firstRecordOf(at);
		const placed = checked.placed(first, this.document.firstLineOf(at));
		if (checked.keyFindings.size + checked.studentFindings.size === 0) return placed;
		const found = [...placed];
		for (const finding of [...checked.studentFindings.values()].flat()) {
			found.push({ ...finding, record: first + finding.record });
		}
		const ofKeys = [...checked.keyFindings.values()].flat().sort(byRecord);
		for (const { explainedBy, record, ...finding } of ofKeys) {
			found.push({ ...finding, record: first + record, explainedBy: this.recordOf(explainedBy) });
		}
		// Behind what else is said of the record: a sort keeps the order of equals.
		return found.sort((a, b) => a.record - b.record);
	}

	#readHeader(): void {
		const { document } = this;
		const fields = document.fieldsOf(0);
		const span = fields.length > 0 ? document.recordSpan(0) : { start: 0, end: 0 };
		const text = document.slice(span.start, fields.at(-1)?.end ?? span.end);
		const empty = text.trim() === '' && this.#isBlank();
		const recordsLeft = (): number => this.#recordsLeft(0, 0);
		// How many rows an open quote would swallow is the one thing about the header that rows below can change.
		const left = fields.some(({ flags }) => flags & UNCLOSED) ? recordsLeft() : 0;
		const header = `${empty} ${left}\n${text}`;
		if (header === this.#headerText) return;
		this.#headerText = header;
		this.layout = new Layout(
			this.table,
			fields.map(({ value }) => value),
		);
		this.tally = new Tally();
		this.#notes = [];
		this.#blocks = [];
		this.#checked = [];
		this.#next = 0;
		this.#part = undefined;
		this.#gone.clear();
		const { active, layout } = this;
		const { reader } = document;
		this.#check = new RecordCheck(layout, active, reader);
		this.#keys = this.#newKeys();
		this.#students.follow(undefined);
		this.#students = this.#newStudents();
		this.#row = new RecordRow(layout, new Fields());
		for (const watcher of this.#watchers) watcher.reset();
		const { alone, findings } = checkHeader(layout, active, reader, { text, empty, recordsLeft });
		this.#header = { alone, findings: [...checkFile(layout, active, this.file, alone), ...findings] };
		for (const finding of this.#header.findings) this.#count(finding);
	}

	/** Whether the text holds nothing but blanks, as far as its first screenful shows. */
	#isBlank(): boolean {
		return this.document.length < 10_000 && this.document.getText().trim() === '';
	}

	#countNotes(): void {
		const notes = [...failures(this.active), ...this.#students.common];
		const isSame = notes.every((note, at) => messageOf(note) === messageOf(this.#notes[at] ?? note));
		if (isSame && notes.length === this.#notes.length) return;
		for (const finding of this.#notes) this.tally.remove(finding, this.#isFixable(finding), true);
		this.#notes = notes;
		for (const finding of this.#notes) this.tally.add(finding, this.#isFixable(finding), true);
	}

	#newKeys(): KeyIndex {
		return new KeyIndex(this.layout, this.active, this.#listener);
	}

	#newStudents(): StudentCheck {
		const inFile = ({ position }: CheckedBlock, finding: BlockFinding): Finding => ({
			...finding,
			record: this.document.firstRecordOf(position) + finding.record,
		});
		const check = new StudentCheck(this.layout, this.active, this.#keys, {
			gained: (block, finding) => block.groups.add(this.#count(inFile(block, finding))),
			lost: (block, finding) => this.tally.remove(finding, this.#isFixable(inFile(block, finding))),
		});
		check.follow(this.#roster);
		return check;
	}

	/** Drops what is known of blocks that are gone, and makes room for the new ones. */
	#follow(): void {
		const now = this.document.blocks;
		if (now === this.#blocks) {
			while (this.#checked.length < now.length) this.#checked.push(undefined);
			return;
		}
		const before = this.#checked;
		const kept = new Map<Block, CheckedBlock>();
		let head = 0;
		while (before[head] && before[head]?.block === now[head]) head++;
		let tail = 0;
		const shorter = Math.min(now.length, before.length) - head;
		while (tail < shorter && before.at(-1 - tail) && before.at(-1 - tail)?.block === now.at(-1 - tail))
			tail++;
		for (const checked of before.slice(head, before.length - tail)) {
			if (checked) kept.set(checked.block, checked);
		}
		this.#blocks = now;
		this.#checked = now.map((block, at) => {
			if (at < head) return before[at];
			if (at >= now.length - tail) return before[at - now.length + before.length];
			const checked = kept.get(block);
			kept.delete(block);
			return checked;
		});
		for (let at = head; at < now.length; at++) {
			const checked = this.#checked[at];
			if (checked) checked.position = at;
		}
		for (const gone of kept.values()) this.#drop(gone);
		this.#next = Math.min(this.#next, head);
	}

	/** A step of a block's check. */
	#checkPart(at: number): void {
		const block = this.#blocks[at] as Block;
		if (this.#part?.block !== block) this.#part = { block, steps: this.#stepsOf(at) };
		const { done, value } = this.#part.steps.next();
		if (done) this.#keep(at, value);
	}

	#checkBlock(at: number): void {
		this.#keep(at, runToEnd(this.#stepsOf(at)));
	}

	#stepsOf(at: number): Generator<void, CheckedBlock> {
		const block = this.#blocks[at] as Block;
		const origin = this.document.takeOrigin(block);
		const before = origin && this.#gone.get(origin.block);
		return blockCheckSteps(
			this.#check,
			block,
			at === 0 ? 1 : 0,
			// Between two steps an edit may have moved the block.
			(record) => this.#recordsLeft(this.document.blocks.indexOf(block), record),
			before && new UnchangedRecords(before, block, origin.edits),
		);
	}

	#keep(at: number, checked: CheckedBlock): void {
		this.#part = undefined;
		checked.position = at;
		this.#checked[at] = checked;
		const first = this.document.firstRecordOf(at);
		for (const finding of checked.findings) {
			checked.groups.add(this.#count({ ...finding, record: first + finding.record }));
		}
		this.#keys.add(checked);
		this.#students.add(checked);
		for (const watcher of this.#watchers) watcher.blockAdded(checked);
	}

	#drop(checked: CheckedBlock): void {
		this.#gone.set(checked.block, checked);
		for (const finding of checked.findings) this.tally.remove(finding, this.#isFixable(finding));
		this.#students.remove(checked);
		this.#keys.remove(checked);
		for (const watcher of this.#watchers) watcher.blockRemoved(checked);
	}

	#count(finding: Finding): Group {
		return this.tally.add(finding, this.#isFixable(finding));
	}

	#isFixable(finding: Finding): boolean {
		return isFixable(this, finding);
	}

	/** Keeps the counts when the rows of a key are looked at. */
	get #listener(): KeyListener {
		const asFinding = (block: CheckedBlock, { record, explainedBy, ...finding }: KeyFinding): Finding => ({
			...finding,
			record: this.recordOf({ block, index: record }),
		});
		return {
			gained: (block, finding) => block.groups.add(this.#count(asFinding(block, finding))),
			lost: (block, finding) => this.tally.remove(finding, this.#isFixable(asFinding(block, finding))),
		};
	}

	#recordsLeft(blockIndex: number, record: number): number {
		let left = (this.document.blocks[blockIndex]?.records ?? 0) - record;
		const enough = this.document.reader.maxQuotedLines + 1;
		for (let next = blockIndex + 1; left < enough; next++) {
			if (next >= this.document.blocks.length && !this.document.readMore()) break;
			left += (this.document.blocks[next] as Block).records;
		}
		return Math.min(left, enough);
	}
}

function byRecord(one: KeyFinding, other: KeyFinding): number {
	return one.record - other.record || one.column - other.column;
}
