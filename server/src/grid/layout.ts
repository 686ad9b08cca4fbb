import type { Checker } from '../check/live/checker';
import type { Column } from '../rules/layout';
import { type Severity, severities } from '../rules/rule';
import { isSecretColumn } from '../rules/secretColumn';
import { columnLetters } from '../wording';
import { isCheckedToEnd } from './checkedToEnd';
import { roleOf } from './columnRoles';
import { columnWidths } from './columnWidths';
import { gridFinding } from './findingsOfRows';
import { GridRecord } from './gridRecord';
import type { GridColumn, GridFinding, GridLayout } from './gridTypes';

/** How many findings there are, and the worst severity among them. */
interface Problems {
	readonly problems: number;
	readonly severity: Severity;
}

/** The columns of a file with the findings so far. Only its first rows are read for it. */
export function gridLayout(checker: Checker): GridLayout {
	const isComplete = isCheckedToEnd(checker);
	const { columnsProblem, document, layout } = checker;
	const findings = headerFindings(checker);
	return {
		version: document.version,
		columns: columnsProblem === undefined ? columnsOf(checker, findings) : [],
		total: checker.records,
		isComplete,
		findings,
		problem: columnsProblem,
		rules: rulesBelow(checker, findings),
		students: isComplete && layout.keyIndex >= 0 ? checker.students : undefined,
	};
}

function columnsOf(checker: Checker, onHeader: readonly GridFinding[]): readonly GridColumn[] {
	const { layout } = checker;
	const problems = problemsByColumn(checker, onHeader);
	const widths = columnWidths(checker);
	const role = roleOf(layout.table);
	return layout.columns.map((column: Column) => {
		const { index, element } = column;
		return {
			index,
			name: layout.nameOf(index),
			title: element?.title ?? '',
			letter: columnLetters(index),
			role: role(column),
			isSecret: isSecretColumn(column),
			hasCodes: element?.optionSet !== undefined,
			width: widths[index] ?? 0,
			...(problems.get(index) ?? { problems: 0 }),
		};
	});
}

/** The findings of each column, the header's included; not those that are about a row or about the file. */
function problemsByColumn(
	{ tally }: Checker,
	onHeader: readonly GridFinding[],
): ReadonlyMap<number, Problems> {
	const columns = new Map<number, Problems>();
	const others = onHeader.filter(({ about }) => about !== 'field');
	for (const { rule, column, count, severity } of tally.groups) {
		if ('checkFile' in rule || 'checkStructure' in rule) continue;
		const ofRow = others.filter((other) => other.rule === rule.id && other.column === column);
		const problems = count - ofRow.length;
		if (problems > 0) columns.set(column, sum({ problems, severity }, columns.get(column)));
	}
	return columns;
}

function headerFindings(checker: Checker): readonly GridFinding[] {
	const header = new GridRecord(checker);
	header.read(0);
	return [...checker.findingsBetween(0, 0)].map((finding) => gridFinding(checker, finding, header));
}

/** The findings of each rule below the header, the worst and then the most frequent first. */
function rulesBelow({ tally }: Checker, onHeader: readonly GridFinding[]): GridLayout['rules'] {
	const rules = new Map<string, Problems>();
	for (const { rule, count, severity } of tally.groups) {
		rules.set(rule.id, sum({ problems: count, severity }, rules.get(rule.id)));
	}
	for (const { rule } of onHeader) {
		const all = rules.get(rule);
		if (all) rules.set(rule, { ...all, problems: all.problems - 1 });
	}
	return [...rules]
		.filter(([, { problems }]) => problems > 0)
		.map(([rule, { problems, severity }]) => ({ rule, severity, count: problems }))
		.sort((one, other) => rank(one.severity) - rank(other.severity) || other.count - one.count);
}

function sum(one: Problems, other: Problems | undefined): Problems {
	if (!other) return one;
	const severity = rank(one.severity) < rank(other.severity) ? one.severity : other.severity;
	return { problems: one.problems + other.problems, severity };
}

const rank = (severity: Severity): number => severities.indexOf(severity);
