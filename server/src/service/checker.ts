import type { Block } from '../csv/block';
import type { CsvDocument } from '../csv/document';
import { Fields, scanRecord, UNCLOSED } from '../csv/scan';
import { fileRules, ruleById } from '../rules';
import { Layout } from '../rules/layout';
import type { FileView, Problem, Rule } from '../rules/rule';
import type { Table } from '../spec';
import type { ActiveRules } from './activeRules';
import { BlockCheck, type BlockResult } from './blockCheck';
import type { BlockFinding, Finding } from './finding';
import { KeyIndex, type Place } from './keyIndex';

/**
 * Holds what all rules say of one document, and follows its edits: a block that is still there is not looked at
 * again. `run` works until it is told to stop, so a large file is checked in slices.
 */
export class Checker {
	layout: Layout;
	#header: string | undefined;
	#headerFindings: readonly BlockFinding[] = [];
	/** Whether what the header says makes the rest not worth reading. */
	#alone = false;
	#blocks: readonly Block[] = [];
	#pending: Block[] = [];
	#results = new Map<Block, BlockResult>();
	#check: BlockCheck;
	#keys: KeyIndex;

	constructor(
		readonly document: CsvDocument,
		readonly table: Table,
		readonly active: ActiveRules,
		/** What a host knows of the file besides its text. */
		readonly file: Partial<FileView> = {},
	) {
		this.layout = new Layout(table, []);
		this.#check = new BlockCheck(this.layout, active, document.scanOptions);
		this.#keys = new KeyIndex(this.layout, active, document.scanOptions);
	}

	/** Checks what is not checked yet, until told to stop; true when everything is. */
	run(stop: () => boolean = () => false): boolean {
		this.#readHeader();
		if (this.#alone) return true;
		for (;;) {
			this.#follow();
			const block = this.#pending.shift();
			if (block) this.#checkBlock(block);
			else if (!this.document.readMore()) break;
			if (stop()) return false;
		}
		if (this.#keys.idle) return true;
		const order = new Map(this.#blocks.map((block, index) => [block, index]));
		return this.#keys.run((block) => order.get(block) ?? 0, stop);
	}

	/** Rows below the header. */
	get records(): number {
		return Math.max(0, this.document.recordCount - 1);
	}

	/** Takes in what the document has become, and checks nothing but the header. */
	sync(): void {
		this.#readHeader();
		this.#follow();
	}

	/** What is known by now, in the order of the file. */
	findings(): Finding[] {
		this.sync();
		const findings: Finding[] = [...this.#fileFindings(), ...this.#headerFindings, ...this.#failures()];
		if (this.#alone) return findings;
		const body: Finding[] = [];
		const indexes = new Map<Block, number>();
		this.#blocks.forEach((block, index) => {
			indexes.set(block, index);
			const first = this.document.firstRecordOf(index);
			for (const finding of this.#results.get(block)?.findings ?? []) {
				body.push({ ...finding, record: first + finding.record });
			}
		});
		const inBlocks = body.length;
		const recordOf = ({ block, index }: Place): number =>
			this.document.firstRecordOf(indexes.get(block) ?? 0) + index;
		for (const finding of this.#keys.findings(recordOf)) body.push(finding);
		if (body.length > inBlocks) body.sort((a, b) => a.record - b.record || a.column - b.column);
		return findings.concat(body);
	}

	/** What is known of the records from `first` to `last`. */
	findingsBetween(first: number, last: number): readonly Finding[] {
		return this.findings().filter(({ record }) => record >= first && record <= last);
	}

	#readHeader(): void {
		const fields = this.document.fieldsOf(0);
		const span = fields.length > 0 ? this.document.recordSpan(0) : { start: 0, end: 0 };
		const text = this.document.slice(span.start, fields.at(-1)?.end ?? span.end);
		const empty = text.trim() === '' && this.#isBlank();
		// How many rows an open quote would swallow is the one thing about the header that rows below can change.
		const left = fields.some(({ flags }) => flags & UNCLOSED) ? this.#recordsLeft(0, 0) : 0;
		const header = `${empty} ${left}\n${text}`;
		if (header === this.#header) return;
		this.#header = header;
		this.layout = new Layout(
			this.table,
			fields.map(({ value }) => value),
		);
		this.#check = new BlockCheck(this.layout, this.active, this.document.scanOptions);
		this.#keys = new KeyIndex(this.layout, this.active, this.document.scanOptions);
		this.#blocks = [];
		this.#pending = [];
		this.#results = new Map();
		this.#checkHeader(text, empty);
	}

	/** Whether the text holds nothing but blanks, as far as its first screenful shows. */
	#isBlank(): boolean {
		return this.document.length < 10_000 && this.document.getText().trim() === '';
	}

	#checkHeader(text: string, empty: boolean): void {
		const fields = new Fields();
		scanRecord(text, 0, fields, this.document.scanOptions);
		const findings: BlockFinding[] = [];
		const { layout, table } = this;
		this.#alone = false;
		for (const rule of this.active.header()) {
			this.active.guard(rule, () =>
				rule.checkHeader({ table, layout, text, fields, empty }, (problem, spot) => {
					findings.push(this.active.finding(rule, problem, 0, spot));
					if (spot.alone) this.#alone = true;
				}),
			);
			if (this.#alone) break;
		}
		this.#headerFindings = this.#alone ? findings : findings.concat(this.#headerStructure(text, fields));
	}

	/** The header is a record too: its quotes can be as wrong as any. */
	#headerStructure(text: string, fields: Fields): BlockFinding[] {
		const findings: BlockFinding[] = [];
		const recordsLeft = (): number => this.#recordsLeft(0, 0);
		const view = { text, start: 0, fields, layout: this.layout, recordsLeft, ...this.document.scanOptions };
		for (const rule of this.active.structure()) {
			this.active.guard(rule, () =>
				rule.checkStructure(view, (problem, spot) => {
					findings.push(this.active.finding(rule, problem, 0, spot));
				}),
			);
		}
		return findings;
	}

	/** Drops the results of blocks that are gone, and puts the new ones on the list. */
	#follow(): void {
		const now = this.document.blocks;
		const before = this.#blocks;
		if (now === before) return;
		const shorter = Math.min(now.length, before.length);
		let head = 0;
		while (head < shorter && now[head] === before[head]) head++;
		let tail = 0;
		while (tail < shorter - head && now[now.length - 1 - tail] === before[before.length - 1 - tail]) tail++;
		for (const block of before.slice(head, before.length - tail)) {
			if (this.#results.delete(block)) this.#keys.remove(block);
		}
		this.#blocks = now;
		this.#pending = now.filter((block) => !this.#results.has(block));
	}

	#checkBlock(block: Block): void {
		const index = this.#blocks.indexOf(block);
		const result = this.#check.check(block, index === 0 ? 1 : 0, (record) =>
			this.#recordsLeft(index, record),
		);
		this.#results.set(block, result);
		this.#keys.add(block, result.keys);
	}

	#recordsLeft(blockIndex: number, record: number): number {
		let left = (this.document.blocks[blockIndex]?.records ?? 0) - record;
		const enough = this.document.scanOptions.maxQuotedLines + 1;
		for (let next = blockIndex + 1; left < enough; next++) {
			if (next >= this.document.blocks.length && !this.document.readMore()) break;
			left += (this.document.blocks[next] as Block).records;
		}
		return Math.min(left, enough);
	}

	#fileFindings(): Finding[] {
		const findings: Finding[] = [];
		const noBreaks = { crlf: 0, lf: 0, cr: 0 };
		const file: FileView = {
			name: undefined,
			byteOrderMark: false,
			lineBreaks: noBreaks,
			...this.file,
			table: this.table,
		};
		// Where the content is not worth reading, the name still is.
		const rules = fileRules.filter((rule) => !this.#alone || rule.id.startsWith('file/'));
		for (const rule of rules.filter((one) => this.active.isOn(one))) {
			this.active.guard(rule, () =>
				rule.checkFile(file, (problem) => findings.push(this.#onFirstRow(rule, problem))),
			);
		}
		return findings;
	}

	#failures(): Finding[] {
		return [...this.active.failed].map((id) =>
			this.#onFirstRow(ruleById(id) as Rule, {
				message: `The check ${id} failed and is switched off for this session; all others go on.`,
			}),
		);
	}

	#onFirstRow(rule: Rule, problem: Problem): Finding {
		return this.active.finding(rule, problem, 0, { column: 0 });
	}
}
