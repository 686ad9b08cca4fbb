import { fieldRules, headerRules, keyRules, recordRules, structureRules, studentRules } from '../rules';
import type { Layout } from '../rules/layout';
import type { FieldRule, Problem, Rule, Severity, Spot } from '../rules/rule';
import type { Settings } from '../settings';
import type { BlockFinding } from './finding';
import { ValueCache } from './record/valueCache';

/** What the checks need to know of one column: one that a rule looks at, or one of codes. */
export interface ColumnPlan {
	readonly column: number;
	readonly rules: readonly FieldRule[];
	/** Verdicts by value, where a column has few different ones. */
	readonly verdicts: ValueCache<FieldProblem> | undefined;
	/** Whether an empty field can be wrong. */
	readonly key: boolean;
}

export interface FieldProblem {
	readonly rule: FieldRule;
	readonly problem: Problem;
}

/** The rules that are on, and the ones among them that have failed and are off for the session. */
export class ActiveRules {
	readonly failed = new Set<string>();

	constructor(
		readonly settings: Settings,
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

	readonly student = ({ table }: Layout) =>
		studentRules.filter((rule) => this.isOn(rule) && table.foreignKey !== undefined);

	plan(layout: Layout): readonly ColumnPlan[] {
		const on = fieldRules.filter((rule) => this.isOn(rule));
		return layout.columns
			.map(({ index, element, header }) => {
				const rules = on.filter((rule) => rule.appliesTo(element, header));
				const verdicts = element?.optionSet ? new ValueCache<FieldProblem>() : undefined;
				return { column: index, rules, verdicts, key: element?.kind === 'key' };
			})
			.filter(({ rules, verdicts }) => rules.length > 0 || verdicts);
	}

	/** Runs a rule; one that throws is off from then on, and everything else goes on. */
	guard<T>(rule: Rule, run: () => T): T | undefined {
		if (this.failed.has(rule.id)) return undefined;
		try {
			return run();
		} catch {
			this.fail(rule.id);
			return undefined;
		}
	}

	/** Switches a rule off that threw, here or elsewhere. */
	fail(ruleId: string): void {
		if (this.failed.has(ruleId)) return;
		this.failed.add(ruleId);
		this.onFailure(ruleId);
	}
}

/** What the rules of a column say of one value: the first that applies. */
export function verdictOn(
	plan: ColumnPlan,
	layout: Layout,
	value: string,
	active: ActiveRules,
): FieldProblem | null {
	const { element, header } = layout.columns[plan.column] as Layout['columns'][number];
	for (const rule of plan.rules) {
		const problem = active.guard(rule, () =>
			rule.checkField({ element, header, value, column: plan.column }),
		);
		if (problem) return { rule, problem };
	}
	return null;
}
