import { fieldRules, headerRules, keyRules, recordRules, structureRules } from '../rules';
import type { Layout } from '../rules/layout';
import type { FieldRule, Problem, Rule, Severity, Spot } from '../rules/rule';
import type { Settings } from '../settings';
import type { BlockFinding } from './finding';

/** What the checks need to know of one column. */
export interface ColumnPlan {
	readonly rules: readonly FieldRule[];
	/** Verdicts by value, where a column has few different ones; null for a value that is right. */
	readonly verdicts: Map<string, Verdict | null> | undefined;
	/** Whether an empty field can be wrong. */
	readonly key: boolean;
}

export interface Verdict {
	readonly rule: FieldRule;
	readonly problem: Problem;
}

/** A column's verdicts are forgotten past this many values: then it is no column of codes. */
const MOST_VERDICTS = 10_000;

/** The rules that are on, and the ones among them that have failed and are off for the session. */
export class ActiveRules {
	readonly failed = new Set<string>();

	constructor(
		private readonly settings: Settings,
		/** Told once when a rule throws: its id and where, never a value. */
		private readonly onFailure: (ruleId: string) => void = () => {},
	) {}

	severityOf(rule: Rule, problem: Problem): Severity {
		const level = this.settings.rules[rule.id];
		return level === undefined || level === 'off' ? (problem.severity ?? rule.severity) : level;
	}

	/** What a rule reports on a record, with the severity that counts here. */
	finding(rule: Rule, problem: Problem, record: number, { column, start, end }: Spot): BlockFinding {
		return { rule, severity: this.severityOf(rule, problem), problem, record, column, start, end };
	}

	isOn(rule: Rule): boolean {
		return this.settings.rules[rule.id] !== 'off' && !this.failed.has(rule.id);
	}

	readonly header = () => headerRules.filter((rule) => this.isOn(rule));
	readonly structure = () => structureRules.filter((rule) => this.isOn(rule));
	readonly record = (layout: Layout) =>
		recordRules.filter((rule) => this.isOn(rule) && layout.missing(rule.columns).length === 0);
	readonly key = (layout: Layout) =>
		keyRules.filter((rule) => this.isOn(rule) && rule.appliesToTable(layout.table));

	plan(layout: Layout): readonly ColumnPlan[] {
		const on = fieldRules.filter((rule) => this.isOn(rule));
		return layout.columns.map(({ element, header }) => ({
			rules: on.filter((rule) => rule.appliesTo(element, header)),
			verdicts: element?.optionSet ? new Map() : undefined,
			key: element?.kind === 'key',
		}));
	}

	/** Runs a rule; one that throws is off from then on, and everything else goes on. */
	guard<T>(rule: Rule, run: () => T): T | undefined {
		if (this.failed.has(rule.id)) return undefined;
		try {
			return run();
		} catch {
			this.failed.add(rule.id);
			this.onFailure(rule.id);
			return undefined;
		}
	}
}

/** What the rules of a column say of one value: the first that applies. */
export function verdictOn(
	plan: ColumnPlan,
	layout: Layout,
	column: number,
	value: string,
	active: ActiveRules,
): Verdict | null {
	const known = plan.verdicts?.get(value);
	if (known !== undefined) return known;
	const { element, header } = layout.columns[column] as Layout['columns'][number];
	let verdict: Verdict | null = null;
	for (const rule of plan.rules) {
		if (rule.glance && !rule.glance(value.charCodeAt(0), value.length)) continue;
		const problem = active.guard(rule, () => rule.checkField({ element, header, value, column }));
		if (!problem) continue;
		verdict = { rule, problem };
		break;
	}
	if (plan.verdicts) {
		if (plan.verdicts.size >= MOST_VERDICTS) plan.verdicts.clear();
		plan.verdicts.set(value, verdict);
	}
	return verdict;
}
