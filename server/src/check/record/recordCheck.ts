import type { Block } from '../../csv/block';
import { detached } from '../../csv/detachedText';
import { fieldValue, valueIn } from '../../csv/quote';
import { FAULTY, Fields, type ScanOptions, scanRecord } from '../../csv/scan';
import { hashOf, NO_KEY, otherHashOf } from '../../hash/textHash';
import type { Layout } from '../../rules/layout';
import type { ReportProblem, Row, Rule } from '../../rules/rule';
import { type ActiveRules, type ColumnPlan, type FieldProblem, verdictOn } from '../activeRules';
import { idColumns } from '../dataset/studentIds';
import type { BlockFinding } from '../finding';
import { CheckedBlock } from '../live/checkedBlock';
import type { UnchangedRecords } from '../live/unchangedRecords';
import { FieldFilter } from './fieldFilter';
import { RecordRow } from './recordRow';

/** Records of a step. */
const STEP = 32;

const NONE: readonly number[] = [];

const REPLACEMENT = '\ufffd';

/** Checks records of one layout, one after the other, and cuts no field out of the text that is surely right. */
export class BlockCheck {
	/** The hash of the last record's key, or `NO_KEY`. */
	key = NO_KEY;
	/**
	 * The hashes of ids that the last record may hold: of what stands where the key may be in a record that cannot be
	 * read, or of its key without the blanks around it.
	 */
	doubtful: readonly number[] = NONE;
	/** Another hash of it: rows that agree in both are rows of one key. */
	otherKey = 0;
	/** A hash of what the last record holds in all columns of codes; good where it has a key. */
	codes = 0;
	readonly #plans: ReadonlyMap<number, ColumnPlan>;
	/** The columns without codes, by the rules that look at them. */
	readonly #screens: readonly FieldFilter[];
	readonly #codes: readonly ColumnPlan[];
	readonly #keyColumn: number;
	readonly #recordRules;
	readonly #structureRules;
	/** The fields of the last record, as offsets into its text. */
	readonly fields = new Fields();
	/** The last record's values, as far as they were met before. */
	readonly #known: (string | undefined)[];
	readonly #row: RecordRow;
	/** The last record for the rules that compare its fields. */
	readonly #view: Row;

	constructor(
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		private readonly scanOptions: Required<Pick<ScanOptions, 'maxQuotedLines'>>,
	) {
		const plans = active.plan(layout);
		this.#plans = new Map(plans.map((plan) => [plan.column, plan]));
		this.#screens = screensOf(plans.filter(({ verdicts }) => !verdicts));
		this.#codes = plans.filter(({ verdicts }) => verdicts);
		this.#keyColumn = layout.keyIndex;
		this.#recordRules = active.record(layout);
		this.#structureRules = active.structure();
		this.#known = layout.columns.map(() => undefined);
		const row = new RecordRow(layout, this.fields);
		this.#row = row;
		this.#view = {
			layout,
			column: (name) => layout.indexOf(name),
			value: (name) => this.#known[layout.indexOf(name)] ?? row.value(name),
		};
	}

	/**
	 * Checks a block, with a step every few records: code that never ran before takes its time.
	 *
	 * @param from the first record of the block to check: 1 where the block holds the header.
	 * @param recordsLeft counts the records from one of the block on to the end of the file.
	 * @param before what the block was before an edit: what it says of a record that is still there is taken over.
	 */
	*steps(
		block: Block,
		from: number,
		recordsLeft: (index: number) => number,
		before?: UnchangedRecords,
	): Generator<void, CheckedBlock> {
		const findings: BlockFinding[] = [];
		const { text, starts } = block;
		const keys = new Int32Array(starts.length);
		const doubtful = new Map<number, readonly number[]>();
		const lost = hasLost(text);
		let looksBelow = false;
		const look = (index: number): number => {
			looksBelow = true;
			return recordsLeft(index);
		};
		for (let index = from; index < starts.length; index++) {
			const old = before?.next(index) ?? -1;
			if (before && old >= from) {
				for (const finding of before.findings(old)) findings.push({ ...finding, record: index });
				keys[index] = before.key(old);
				const ids = before.doubtful(old);
				if (ids) doubtful.set(index, ids);
				continue;
			}
			this.record(text, starts[index] as number, index, lost, findings, look);
			keys[index] = this.key;
			if (this.doubtful.length > 0) doubtful.set(index, this.doubtful);
			if (index % STEP === 0) yield;
		}
		return new CheckedBlock(block, findings, keys, doubtful, looksBelow);
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
		const first = findings.length;
		for (const screen of this.#screens) {
			for (let at = screen.next(text, fields, 0, until); at >= 0; ) {
				this.#text(screen.columns[at] as number, text, index, findings);
				at = screen.next(text, fields, at + 1, until);
			}
		}
		for (const plan of this.#codes) {
			if (plan.column >= until) break;
			this.#code(plan, text, index, findings);
		}
		if (findings.length > first + 1) sortFrom(findings, first);
		this.key = NO_KEY;
		this.doubtful = NONE;
		if (until < columns) {
			this.doubtful = this.#doubtfulKeys(text);
			return next;
		}
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

	/** A field of a column without codes. */
	#text(column: number, text: string, index: number, findings: BlockFinding[]): void {
		const plan = this.#plans.get(column) as ColumnPlan;
		const value = valueIn(text, this.fields, column);
		if (value === '' && !plan.key) return;
		this.#say(verdictOn(plan, this.layout, value, this.active), column, index, findings);
	}

	/** A field of a column of codes. */
	#code(plan: ColumnPlan, text: string, index: number, findings: BlockFinding[]): void {
		const { column, verdicts } = plan;
		const { starts, ends, flags } = this.fields;
		const start = starts[column] as number;
		const end = ends[column] as number;
		const flag = flags[column] as number;
		let known = flag === 0 && start < end ? verdicts?.find(text, start, end) : undefined;
		if (known === undefined) {
			const value = fieldValue(detached(text, start, end), flag);
			this.#known[column] = value;
			if (value === '') return;
			known = verdicts?.find(value, 0, value.length);
			known ??= verdicts?.add(value, verdictOn(plan, this.layout, value, this.active));
			if (known === undefined) return;
		}
		this.#known[column] = known.value;
		this.codes = folded(this.codes, column, known.hash);
		if (known.verdict !== null) this.#say(known.verdict, column, index, findings);
	}

	#say(verdict: FieldProblem | null, column: number, index: number, findings: BlockFinding[]): void {
		if (verdict) this.#reporter(verdict.rule, index, findings)(verdict.problem, { column });
	}

	#keyOf(text: string): number {
		const column = this.#keyColumn;
		if (column < 0) return NO_KEY;
		const start = this.fields.starts[column] as number;
		const end = this.fields.ends[column] as number;
		const flags = this.fields.flags[column] as number;
		if (flags === 0 && start < end && isSign(text.charCodeAt(start)) && isSign(text.charCodeAt(end - 1))) {
			this.otherKey = otherHashOf(text, start, end);
			return hashOf(text, start, end);
		}
		const value = fieldValue(text.slice(start, end), flags);
		this.otherKey = otherHashOf(value, 0, value.length);
		const trimmed = value.trim();
		if (trimmed === '') return NO_KEY;
		if (trimmed !== value) this.doubtful = [hashOf(trimmed, 0, trimmed.length)];
		return hashOf(value, 0, value.length);
	}

	#doubtfulKeys(text: string): readonly number[] {
		return idColumns(this.layout, this.fields.count).flatMap((column) => {
			const value = valueIn(text, this.fields, column).trim();
			return value === '' ? [] : [hashOf(value, 0, value.length)];
		});
	}

	#record(text: string, index: number, findings: BlockFinding[]): void {
		this.#row.onScanned(text);
		for (const rule of this.#recordRules) {
			this.active.guard(rule, () => rule.checkRecord(this.#view, this.#reporter(rule, index, findings)));
		}
	}

	#reporter(rule: Rule, index: number, findings: BlockFinding[]): ReportProblem {
		return (problem, spot) => findings.push(this.active.finding(rule, problem, index, spot));
	}
}

function screensOf(plans: readonly ColumnPlan[]): readonly FieldFilter[] {
	const alike = new Map<string, ColumnPlan[]>();
	for (const plan of plans) {
		const id = plan.rules.map((rule) => rule.id).join(' ');
		const own = alike.get(id);
		if (own) own.push(plan);
		else alike.set(id, [plan]);
	}
	return [...alike.values()].map((own) => {
		const [{ rules, key }] = own as [ColumnPlan, ...ColumnPlan[]];
		return new FieldFilter(
			rules,
			own.map(({ column }) => column),
			key,
		);
	});
}

/** What was found in a record's fields, in the order of its columns. */
function sortFrom(findings: BlockFinding[], first: number): void {
	const own = findings.splice(first).sort((a, b) => a.column - b.column);
	for (const finding of own) findings.push(finding);
}

function folded(codes: number, column: number, hash: number): number {
	return (Math.imul(codes ^ hash, 0x01000193) + column) | 0;
}

/** Whether a unit surely is no blank. */
function isSign(unit: number): boolean {
	return unit > 32 && unit < 128;
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
