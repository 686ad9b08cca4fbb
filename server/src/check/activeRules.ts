import { headerRules, keyRules, recordRules, structureRules, studentRules } from '../rules';
import type { Layout } from '../rules/layout';
import type { Problem, Rule, Severity, Spot } from '../rules/rule';
import type { Settings } from '../settings';
import type { BlockFinding } from './finding';

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
		studentRules.filter((rule) => this.isOn(rule) && table.role === 'extension');

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
