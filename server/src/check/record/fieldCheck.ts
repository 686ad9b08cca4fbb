import { detached } from '../../csv/detachedText';
import { fieldValue, valueIn } from '../../csv/quote';
import type { Fields } from '../../csv/scan';
import type { Layout } from '../../rules/layout';
import type { ActiveRules } from '../activeRules';
import type { BlockFinding } from '../finding';
import { type ColumnPlan, type FieldProblem, filtersOf, firstFieldProblem, planColumns } from './columnPlan';
import type { FieldFilter } from './fieldFilter';
import type { CachedValue } from './valueCache';
import type { ValueSlots } from './valueSlots';

const HASH_FACTOR = 0x01000193;

/**
 * Runs the rules on single fields over one record after the other. A field is sliced out of the text only if a filter
 * lets it through, or if it holds a code that was not met before.
 */
export class FieldCheck {
	readonly #plans: ReadonlyMap<number, ColumnPlan>;
	/** Over the columns without codes. */
	readonly #filters: readonly FieldFilter[];
	/** The columns of codes, ascending. */
	readonly #codePlans: readonly ColumnPlan[];
	/** The values of the last record's codes, by column; undefined for all other columns. */
	readonly #codeValues: (string | undefined)[];

	constructor(
		private readonly layout: Layout,
		private readonly active: ActiveRules,
		/** The fields of the record to check, as UTF-16 offsets into its text. */
		private readonly fields: Fields,
		private readonly slots: ValueSlots,
	) {
		const plans = planColumns(layout, active);
		this.#plans = new Map(plans.map((plan) => [plan.column, plan]));
		this.#filters = filtersOf(
			layout,
			plans.filter(({ cache }) => !cache),
		);
		this.#codePlans = plans.filter(({ cache }) => cache);
		this.#codeValues = layout.columns.map(() => undefined);
	}

	/**
	 * Checks the fields of a record and appends its findings, in the order of the columns.
	 *
	 * @param until the column before which the fields can be trusted: from there on nothing is reported.
	 * @param isPlain whether all characters of the record are printable ASCII or line breaks.
	 * @param counts where to count the values of all columns of codes; undefined for a record that does not count.
	 * @returns one hash of the values of all columns of codes, where they are counted.
	 */
	check(
		text: string,
		until: number,
		isPlain: boolean,
		record: number,
		findings: BlockFinding[],
		counts: Int32Array | undefined,
	): number {
		const { fields } = this;
		const first = findings.length;
		for (const filter of this.#filters) {
			for (let at = filter.next(text, fields, 0, until, isPlain); at >= 0; ) {
				this.#checkText(filter.columns[at] as number, text, record, findings);
				at = filter.next(text, fields, at + 1, until, isPlain);
			}
		}
		let codesHash = 0;
		for (const plan of this.#codePlans) {
			const isTrusted = plan.column < until;
			if (!isTrusted && !counts) break;
			const entry = this.#codeOf(plan, text);
			if (!entry) continue;
			codesHash = (Math.imul(codesHash ^ entry.hash, HASH_FACTOR) + plan.column) | 0;
			if (counts) counts[entry.slot] = (counts[entry.slot] as number) + 1;
			if (isTrusted && entry.problem !== null) this.#report(entry.problem, plan.column, record, findings);
		}
		if (findings.length > first + 1) sortByColumn(findings, first);
		return codesHash;
	}

	/** The value of a column of codes in the last record; undefined for any other column. */
	codeIn(column: number): string | undefined {
		return this.#codeValues[column];
	}

	/** Checks a field of a column without codes. */
	#checkText(column: number, text: string, record: number, findings: BlockFinding[]): void {
		const plan = this.#plans.get(column) as ColumnPlan;
		const value = valueIn(text, this.fields, column);
		if (value === '' && !plan.isKey) return;
		const problem = firstFieldProblem(plan, this.layout, value, this.active);
		if (problem) this.#report(problem, column, record, findings);
	}

	/** Finds the value of a column of codes; undefined for an empty field. */
	#codeOf(plan: ColumnPlan, text: string): CachedValue<FieldProblem> | undefined {
		const { column, cache } = plan;
		const { starts, ends, flags } = this.fields;
		const start = starts[column] as number;
		const end = ends[column] as number;
		const flag = flags[column] as number;
		let entry = flag === 0 && start < end ? cache?.find(text, start, end) : undefined;
		if (entry === undefined) {
			const value = fieldValue(detached(text, start, end), flag);
			this.#codeValues[column] = value;
			if (value === '') return undefined;
			entry = cache?.find(value, 0, value.length);
			entry ??= cache?.add(
				value,
				this.slots.slotOf(column, value),
				firstFieldProblem(plan, this.layout, value, this.active),
			);
			if (entry === undefined) return undefined;
		}
		this.#codeValues[column] = entry.value;
		return entry;
	}

	#report({ rule, problem }: FieldProblem, column: number, record: number, findings: BlockFinding[]): void {
		findings.push(this.active.finding(rule, problem, record, { column }));
	}
}

/** Sorts the findings from one index on: each filter finds those of its own columns. */
function sortByColumn(findings: BlockFinding[], first: number): void {
	const unsorted = findings.splice(first);
	for (const finding of unsorted.sort((a, b) => a.column - b.column)) findings.push(finding);
}
