import type { Block } from '../csv/block';
import { fieldValue } from '../csv/quote';
import { FAULTY, Fields, type ScanOptions, scanRecord } from '../csv/scan';
import type { Layout } from '../rules/layout';
import type { Report, Rule } from '../rules/rule';
import { type ActiveRules, type ColumnPlan, verdictOn } from './activeRules';
import type { BlockFinding } from './finding';
import { RecordRow } from './recordRow';

/** What the records of one block say. */
export interface BlockResult {
	/** Ordered by record. */
	readonly findings: readonly BlockFinding[];
	/** The key of each record of the block; empty for one that has none or cannot be read. */
	readonly keys: readonly string[];
}

const REPLACEMENT = '\ufffd';

/** Checks blocks of one layout, one after the other. */
export class BlockCheck {
	readonly #plans: readonly ColumnPlan[];
	readonly #recordRules;
	readonly #structureRules;
	readonly #row: RecordRow;
	readonly #fields = new Fields();

	constructor(
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		private readonly scanOptions: Required<Pick<ScanOptions, 'maxQuotedLines'>>,
	) {
		this.#plans = active.plan(layout);
		this.#recordRules = active.record(layout);
		this.#structureRules = active.structure();
		this.#row = new RecordRow(layout, this.#fields);
	}

	/**
	 * @param from the first record of the block to check: 1 where the block holds the header.
	 * @param recordsLeft counts the records from one of the block on to the end of the file.
	 */
	check(block: Block, from: number, recordsLeft: (index: number) => number): BlockResult {
		const findings: BlockFinding[] = [];
		const keys: string[] = new Array(block.records).fill('');
		const fields = this.#fields;
		const columns = this.#plans.length;
		const { text, starts } = block;
		const lost = text.includes(REPLACEMENT);
		const keyColumn = this.layout.keyIndex;
		for (let record = from; record < starts.length; record++) {
			const start = starts[record] as number;
			scanRecord(text, start, fields, this.scanOptions);
			let until = columns;
			const blank = seemsBlank(text, start, fields.end);
			if (fields.count !== columns || fields.allFlags & FAULTY || blank || lost) {
				until = this.#structure(text, start, record, findings, () => recordsLeft(record));
			}
			for (let column = 0; column < until; column++) this.#field(text, record, column, findings);
			if (until < columns) continue;
			const key = keyColumn < 0 ? '' : this.#row.over(text).at(keyColumn);
			if (key.trim() !== '') keys[record] = key;
			if (this.#recordRules.length > 0) this.#record(text, record, findings);
		}
		return { findings, keys };
	}

	/** Returns up to which column the values can be trusted. */
	#structure(
		text: string,
		start: number,
		record: number,
		findings: BlockFinding[],
		recordsLeft: () => number,
	): number {
		const { layout } = this;
		const fields = this.#fields;
		let until = fields.count === layout.columns.length ? fields.count : 0;
		const view = { text, start, fields, layout, recordsLeft, ...this.scanOptions };
		for (const rule of this.#structureRules) {
			const report = this.#reporter(rule, record, findings);
			this.active.guard(rule, () =>
				rule.checkStructure(view, (problem, spot) => {
					until = Math.min(until, rule.id === 'csv/blank-line' ? 0 : spot.column);
					report(problem, spot);
				}),
			);
		}
		return until;
	}

	#field(text: string, record: number, column: number, findings: BlockFinding[]): void {
		const plan = this.#plans[column] as ColumnPlan;
		if (plan.rules.length === 0) return;
		const start = this.#fields.starts[column] as number;
		const end = this.#fields.ends[column] as number;
		const flags = this.#fields.flags[column] as number;
		if (start === end && !plan.key) return;
		if (!plan.verdicts && !plan.key && flags === 0 && !glanced(plan, text.charCodeAt(start), end - start))
			return;
		const value = fieldValue(text.slice(start, end), flags);
		if (value === '' && !plan.key) return;
		const verdict = verdictOn(plan, this.layout, column, value, this.active);
		if (verdict) this.#reporter(verdict.rule, record, findings)(verdict.problem, { column });
	}

	#record(text: string, record: number, findings: BlockFinding[]): void {
		const row = this.#row.over(text);
		for (const rule of this.#recordRules) {
			this.active.guard(rule, () => rule.checkRecord(row, this.#reporter(rule, record, findings)));
		}
	}

	#reporter(rule: Rule, record: number, findings: BlockFinding[]): Report {
		return (problem, spot) => findings.push(this.active.finding(rule, problem, record, spot));
	}
}

/**
 * Whether a record may hold nothing but blanks, told from its first few units. What a record is must not hang
 * on the others of its block, so every one that csv/blank-line could mean counts.
 */
function seemsBlank(text: string, start: number, end: number): boolean {
	for (let at = start; at < end; at++) {
		const code = text.charCodeAt(at);
		if (code <= 32 || code === 44 || code === 34) continue;
		if (code < 128 || text.charAt(at).trim() !== '') return false;
	}
	return true;
}

/** Whether a rule wants to see a field that starts and is as long as this. */
function glanced(plan: ColumnPlan, first: number, length: number): boolean {
	return plan.rules.some((rule) => !rule.glance || rule.glance(first, length));
}
