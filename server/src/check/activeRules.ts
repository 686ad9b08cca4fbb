import {
	headerRules,
	keyRules,
	lostLettersRules,
	noStudentRules,
	recordRules,
	structureRules,
	studentCountRules,
	studentRules,
} from '../rules';
import type { Layout } from '../rules/layout';
import type {
	HeaderRule,
	KeyRule,
	LostLettersRule,
	Problem,
	RecordRule,
	Rule,
	Severity,
	Spot,
	StructureRule,
	StudentCountRule,
	StudentRule,
} from '../rules/rule';
import type { Settings } from '../settings';
import type { BlockFinding } from './finding';

/** The rules that the settings leave on. A rule that throws is switched off for the session. */
export class ActiveRules {
	/** The ids of the rules that have thrown. */
	readonly failed = new Set<string>();

	constructor(
		readonly settings: Settings,
		/** Called once for each rule that throws, with its id: a log must never get a value of the file. */
		private readonly onFailure: (ruleId: string) => void = () => {},
		/** Whether the values of all rules on fields are counted one by one, and not only of those with a reason. */
		readonly countsValues = false,
	) {}

	/** The severity of a problem: that of the settings, else its own, else that of its rule. */
	severityOf(rule: Rule, problem: Problem): Severity {
		const level = this.settings.rules[rule.id];
		return level === undefined || level === 'off' ? (problem.severity ?? rule.severity) : level;
	}

	/** The finding for a problem in a record, whose number counts as the caller needs it. */
	finding(rule: Rule, problem: Problem, record: number, { column, start, end }: Spot): BlockFinding {
		return { rule, severity: this.severityOf(rule, problem), problem, record, column, start, end };
	}

	/** Whether the rule runs: the settings leave it on and it has not failed. */
	isOn(rule: Rule): boolean {
		return this.settings.rules[rule.id] !== 'off' && !this.failed.has(rule.id);
	}

	/** The rules on headers that are on. */
	headerRules(): readonly HeaderRule[] {
		return headerRules.filter((rule) => this.isOn(rule));
	}

	/** The rules on rows that are no students that are on. */
	noStudentRules(): readonly StructureRule[] {
		return noStudentRules.filter((rule) => this.isOn(rule));
	}

	/** The rules on the structure of a record that are on. */
	structureRules(): readonly StructureRule[] {
		return structureRules.filter((rule) => this.isOn(rule));
	}

	/** The rules on lost letters that are on. */
	lostLettersRules(): readonly LostLettersRule[] {
		return lostLettersRules.filter((rule) => this.isOn(rule));
	}

	/** The rules on the fields of one record that are on and whose columns the header has. */
	recordRules(layout: Layout): readonly RecordRule[] {
		return recordRules.filter((rule) => this.isOn(rule) && layout.missing(rule.columns).length === 0);
	}

	/** The rules on the rows of one key that are on and apply to the table. */
	keyRules({ table }: Layout): readonly KeyRule[] {
		return keyRules.filter((rule) => this.isOn(rule) && rule.appliesToTable(table));
	}

	/** The rules on a row and its student that are on; none if the table is the roster itself. */
	studentRules({ table }: Layout): readonly StudentRule[] {
		return studentRules.filter((rule) => this.isOn(rule) && table.role === 'extension');
	}

	/** The rules that count students by a column that the header has, and that are on. */
	studentCountRules(layout: Layout): readonly StudentCountRule[] {
		return studentCountRules.filter((rule) => this.isOn(rule) && countsIn(rule, layout));
	}

	/** Runs a rule; returns undefined if it throws or has thrown before. */
	guard<T>(rule: Rule, run: () => T): T | undefined {
		if (this.failed.has(rule.id)) return undefined;
		try {
			return run();
		} catch {
			this.fail(rule.id);
			return undefined;
		}
	}

	/** Switches off a rule that has thrown, here or in a worker. */
	fail(ruleId: string): void {
		if (this.failed.has(ruleId)) return;
		this.failed.add(ruleId);
		this.onFailure(ruleId);
	}
}

/** Whether the rule may count students by this file: it has their IDs and the column, and the rule's other column or a roster. */
function countsIn({ column, rosterColumn }: StudentCountRule, layout: Layout): boolean {
	if (layout.keyIndex < 0 || layout.indexOf(column) < 0) return false;
	return layout.indexOf(rosterColumn) >= 0 || layout.table.role === 'extension';
}
