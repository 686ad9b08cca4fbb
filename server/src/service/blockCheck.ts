import type { Block } from '../csv/block';
import { copyOf } from '../csv/copy';
import { fieldValue } from '../csv/quote';
import { FAULTY, Fields, QUOTED, type ScanOptions, scanRecord } from '../csv/scan';
import type { Layout } from '../rules/layout';
import type { Report, Row, Rule } from '../rules/rule';
import { type ActiveRules, type ColumnPlan, verdictOn } from './activeRules';
import { CheckedBlock } from './checkedBlock';
import type { BlockFinding } from './finding';
import { RecordRow } from './recordRow';
import { hashOf, NO_KEY } from './textHash';

const REPLACEMENT = '\ufffd';

/** Checks records of one layout, one after the other, and cuts no field out of the text that is surely right. */
export class BlockCheck {
	/** The hash of the last record's key, or `NO_KEY`. */
	key = NO_KEY;
	/** A hash of what the last record holds in all columns of codes; good where it has a key. */
	codes = 0;
	readonly #plans: readonly ColumnPlan[];
	readonly #recordRules;
	readonly #structureRules;
	/** The fields of the last record, as offsets into its text. */
	readonly fields = new Fields();
	/** The last record's values, as far as they were met before. */
	readonly #known: (string | undefined)[];
	readonly #row: RecordRow;

	constructor(
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		private readonly scanOptions: Required<Pick<ScanOptions, 'maxQuotedLines'>>,
	) {
		this.#plans = active.plan(layout);
		this.#recordRules = active.record(layout);
		this.#structureRules = active.structure();
		this.#known = layout.columns.map(() => undefined);
		this.#row = new RecordRow(layout, this.fields);
	}

	/**
	 * @param from the first record of the block to check: 1 where the block holds the header.
	 * @param recordsLeft counts the records from one of the block on to the end of the file.
	 */
	check(block: Block, from: number, recordsLeft: (index: number) => number): CheckedBlock {
		const findings: BlockFinding[] = [];
		const { text, starts } = block;
		const keys = new Int32Array(starts.length);
		const lost = hasLost(text);
		for (let index = from; index < starts.length; index++) {
			this.record(text, starts[index] as number, index, lost, findings, recordsLeft);
			keys[index] = this.key;
		}
		return new CheckedBlock(block, findings, keys);
	}

	/**
	 * Reads and checks the record at offset `start`, adds what there is to say, and returns where the next starts.
	 *
	 * @param index what the findings and `recordsLeft` shall call the record.
	 * @param lost whether the text may hold letters that were lost.
	 */
	record(
		text: string,
		start: number,
		index: number,
		lost: boolean,
		findings: BlockFinding[],
		recordsLeft: (index: number) => number,
	): number {
		const fields = this.fields;
		const columns = this.#known.length;
		const next = scanRecord(text, start, fields, this.scanOptions);
		let until = columns;
		if (fields.count !== columns || fields.allFlags & FAULTY || lost || seemsBlank(text, start, fields.end)) {
			until = this.#structure(text, start, index, findings, recordsLeft);
		}
		this.codes = 0;
		const plans = this.#plans;
		for (let at = 0; at < plans.length; at++) {
			const plan = plans[at] as ColumnPlan;
			if (plan.column >= until) break;
			this.#field(plan, text, index, findings);
		}
		this.key = NO_KEY;
		if (until < columns) return next;
		this.key = this.#keyOf(text);
		if (this.#recordRules.length > 0) this.#record(text, index, findings);
		return next;
	}

	/** Returns up to which column the values can be trusted. */
	#structure(
		text: string,
		start: number,
		index: number,
		findings: BlockFinding[],
		recordsLeft: (index: number) => number,
	): number {
		const { layout } = this;
		const fields = this.fields;
		let until = fields.count === layout.columns.length ? fields.count : 0;
		const left = (): number => recordsLeft(index);
		const view = { text, start, fields, layout, recordsLeft: left, ...this.scanOptions };
		for (const rule of this.#structureRules) {
			const report = this.#reporter(rule, index, findings);
			this.active.guard(rule, () =>
				rule.checkStructure(view, (problem, spot) => {
					until = Math.min(until, rule.id === 'csv/blank-line' ? 0 : spot.column);
					report(problem, spot);
				}),
			);
		}
		return until;
	}

	#field(plan: ColumnPlan, text: string, index: number, findings: BlockFinding[]): void {
		const { column, verdicts } = plan;
		const fields = this.fields;
		let start = fields.starts[column] as number;
		let end = fields.ends[column] as number;
		let flags = fields.flags[column] as number;
		if (flags === QUOTED) {
			start++;
			end--;
			flags = 0;
		}
		this.#known[column] = undefined;
		if (start >= end && !plan.key) return;
		if (flags === 0 && verdicts) {
			const known = verdicts.find(text, start, end) ?? this.#meet(plan, copyOf(text, start, end));
			this.#known[column] = known.value;
			this.codes = folded(this.codes, column, known.hash);
			if (known.verdict)
				this.#reporter(known.verdict.rule, index, findings)(known.verdict.problem, { column });
			return;
		}
		if (flags === 0 && start < end && !plan.screen.wants(text, start, end)) return;
		const value = fieldValue(text.slice(start, end), flags);
		if (value === '' && !plan.key) return;
		if (verdicts) this.codes = folded(this.codes, column, hashOf(value, 0, value.length));
		const verdict = verdictOn(plan, this.layout, value, this.active);
		if (verdict) this.#reporter(verdict.rule, index, findings)(verdict.problem, { column });
	}

	#meet(plan: ColumnPlan, value: string) {
		const verdict = verdictOn(plan, this.layout, value, this.active);
		return (plan.verdicts as NonNullable<typeof plan.verdicts>).add(value, verdict);
	}

	#keyOf(text: string): number {
		const column = this.layout.keyIndex;
		if (column < 0) return NO_KEY;
		const start = this.fields.starts[column] as number;
		const end = this.fields.ends[column] as number;
		const flags = this.fields.flags[column] as number;
		const first = text.charCodeAt(start);
		if (start < end && flags === 0 && first > 32 && first < 128) return hashOf(text, start, end);
		const value = fieldValue(text.slice(start, end), flags);
		return value.trim() === '' ? NO_KEY : hashOf(value, 0, value.length);
	}

	#record(text: string, index: number, findings: BlockFinding[]): void {
		const row = this.#row.over(text);
		const { layout } = this;
		const known = this.#known;
		const view: Row = {
			column: (name) => layout.indexOf(name),
			value: (name) => known[layout.indexOf(name)] ?? row.value(name),
		};
		for (const rule of this.#recordRules) {
			this.active.guard(rule, () => rule.checkRecord(view, this.#reporter(rule, index, findings)));
		}
	}

	#reporter(rule: Rule, index: number, findings: BlockFinding[]): Report {
		return (problem, spot) => findings.push(this.active.finding(rule, problem, index, spot));
	}
}

function folded(codes: number, column: number, hash: number): number {
	return (Math.imul(codes ^ hash, 0x01000193) + column) | 0;
}

/** Whether letters were lost when the text was read; a quick look at a whole text spares one at each record. */
export function hasLost(text: string): boolean {
	return text.includes(REPLACEMENT);
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
