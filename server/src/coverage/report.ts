import type { Checker } from '../check/live/checker';
import { rowCount } from '../check/tally';
import { rules } from '../rules';
import { severities } from '../rules/rule';
import { categories, type Element } from '../spec';
import { alarmsOf } from './alarms';
import { EMPTY, NOT_A_CODE } from './counting/blockCounts';
import { type ColumnCounts, filled, type StudentCounts, studentsWithCode } from './counting/counts';
import type { Readiness } from './readinessTypes';
import type { Category, CoverageReport, RuleCount, SchoolCoverage } from './reportTypes';

/** Makes the report from the counts and from the findings of the files' checkers. */
export function reportOf(
	counts: StudentCounts,
	checkers: readonly Checker[],
	readiness?: Readiness,
): CoverageReport {
	const columns = new Map(counts.columns.map((column) => [column.element.column, column]));
	const present = categories.flatMap(({ column }) => columns.get(column) ?? []);
	return {
		files: checkers.map(({ table }) => table.fileName),
		students: counts.students,
		unread: counts.unread,
		categories: categories.map((element) => categoryOf(element, columns.get(element.column), checkers)),
		schools: counts.schools?.flatMap((school, index): SchoolCoverage[] =>
			school.students === 0
				? []
				: [{ ...school, filled: present.map(({ bySchool }) => filled(bySchool[index] as number[])) }],
		),
		alarms: alarmsOf(counts),
		problems: checkers.flatMap(ruleCounts).sort(bySeverityAndRule),
		readiness,
	};
}

function categoryOf(
	{ column, title }: Element,
	counts: ColumnCounts | undefined,
	checkers: readonly Checker[],
): Category {
	const students = counts?.students ?? [];
	const options = counts?.element.optionSet.options ?? [];
	return {
		column,
		title,
		fileName: counts?.fileName,
		codes: options.map(({ code, label }, option) => ({
			code,
			label,
			students: studentsWithCode(students, option),
		})),
		notCodes: students[NOT_A_CODE] ?? 0,
		empty: students[EMPTY] ?? 0,
		filled: filled(students),
		errors: errorsIn(counts, checkers),
	};
}

function errorsIn(counts: ColumnCounts | undefined, checkers: readonly Checker[]): number {
	const checker = checkers.find(({ table }) => table.fileName === counts?.fileName);
	return [...(checker?.tally.groups ?? [])]
		.filter(({ severity, column }) => severity === 'error' && column === counts?.column)
		.reduce((sum, { count }) => sum + count, 0);
}

function ruleCounts({ tally, table: { fileName } }: Checker): RuleCount[] {
	const counts = new Map<string, RuleCount & { rows: number }>();
	for (const group of tally.groups) {
		const { rule, severity } = group;
		const rows = rowCount(group);
		const id = `${rule.id} ${severity}`;
		const earlier = counts.get(id)?.rows ?? 0;
		counts.set(id, { rule: rule.id, title: rule.title, severity, rows: earlier + rows, fileName });
	}
	return [...counts.values()];
}

function bySeverityAndRule(one: RuleCount, other: RuleCount): number {
	const rank = ({ rule, severity }: RuleCount): number =>
		severities.indexOf(severity) * rules.length + rules.findIndex(({ id }) => id === rule);
	return rank(one) - rank(other) || (one.fileName < other.fileName ? -1 : 1);
}
