import type { Checker } from '../check/live/checker';
import type { Layout } from '../rules/layout';
import { type Severity, severities } from '../rules/rule';
import { isSecretColumn } from '../rules/secretColumn';
import { columnLetters } from '../wording';
import { isCheckedToEnd } from './checkedToEnd';
import { roleOf } from './columnRoles';
import { columnWidths } from './columnWidths';
import { hasEarlierValues } from './earlierValues';
import { gridFinding } from './findingsOfRows';
import { GridRecord } from './gridRecord';
import type { GridColumn, GridFinding, GridLayout } from './gridTypes';
import { reportedMark } from './reportedRows';

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
		isCompared: hasEarlierValues(checker),
		students: isComplete && layout.keyIndex >= 0 ? checker.students : undefined,
	};
}

function columnsOf(checker: Checker, onHeader: readonly GridFinding[]): readonly GridColumn[] {
	const problems = problemsByColumn(checker, onHeader);
	const widths = columnWidths(checker);
	// Of thousands of columns, a copy member by member takes a fraction of the time of a spread.
	return declaredColumns(checker.layout).map(({ index, name, title, letter, role, isSecret, hasCodes }) => {
		const found = problems.get(index);
		return {
			index,
			name,
			title,
			letter,
			role,
			isSecret,
			hasCodes,
			width: widths[index] ?? 0,
			problems: found?.problems ?? 0,
			severity: found?.severity,
		};
	});
}

/** What of a column only the header can change. */
type DeclaredColumn = Omit<GridColumn, 'width' | 'problems' | 'severity'>;

const declaredByLayout = new WeakMap<Layout, readonly DeclaredColumn[]>();

function declaredColumns(layout: Layout): readonly DeclaredColumn[] {
	const known = declaredByLayout.get(layout);
	if (known) return known;
	const role = roleOf(layout.table);
	const columns = layout.columns.map((column) => ({
		index: column.index,
		name: layout.nameOf(column.index),
		title: column.element?.title ?? '',
		letter: columnLetters(column.index),
		role: role(column),
		isSecret: isSecretColumn(column),
		hasCodes: column.element?.optionSet !== undefined,
	}));
	declaredByLayout.set(layout, columns);
	return columns;
}

/** The findings of each column, the header's included; not those that are about a row or about the file. */
function problemsByColumn(
	{ tally, reported }: Checker,
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
	for (const { column, count, severity } of reported?.counts ?? []) {
		columns.set(column, sum({ problems: count, severity }, columns.get(column)));
	}
	return columns;
}

function headerFindings(checker: Checker): readonly GridFinding[] {
	const header = new GridRecord(checker);
	header.read(0);
	const reported = checker.reported?.inBlock(0).filter(({ record }) => record === 0) ?? [];
	return [
		...[...checker.findingsBetween(0, 0)].map((finding) => gridFinding(checker, finding, header)),
		...reported.map(reportedMark),
	];
}

/** The findings of each rule and report below the header, the worst and then the most frequent first. */
function rulesBelow({ tally, reported }: Checker, onHeader: readonly GridFinding[]): GridLayout['rules'] {
	const rules = new Map<string, Problems>();
	for (const { rule, count, severity } of tally.groups) {
		rules.set(rule.id, sum({ problems: count, severity }, rules.get(rule.id)));
	}
	for (const { source, count, severity } of reported?.counts ?? []) {
		rules.set(source, sum({ problems: count, severity }, rules.get(source)));
	}
	const countOnHeader = new Map<string, number>();
	for (const { rule } of onHeader) countOnHeader.set(rule, (countOnHeader.get(rule) ?? 0) + 1);
	return [...rules]
		.map(([rule, { problems, severity }]) => ({
			rule,
			severity,
			count: problems - (countOnHeader.get(rule) ?? 0),
		}))
		.filter(({ count }) => count > 0)
		.sort((one, other) => rank(one.severity) - rank(other.severity) || other.count - one.count);
}

function sum(one: Problems, other: Problems | undefined): Problems {
	if (!other) return one;
	const severity = rank(one.severity) < rank(other.severity) ? one.severity : other.severity;
	return { problems: one.problems + other.problems, severity };
}

const rank = (severity: Severity): number => severities.indexOf(severity);
