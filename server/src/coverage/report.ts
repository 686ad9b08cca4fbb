import type { Checker } from '../check/live/checker';
import { rowCount } from '../check/tally';
import { rules } from '../rules';
import { severities } from '../rules/rule';
import { categories, type Element } from '../spec';
import { alarmsOf } from './alarms';
import { alarmFacts } from './alarms/alarmFacts';
import {
	type ColumnCounts,
	filled,
	neededCounts,
	type StudentCounts,
	studentsWithCode,
	total,
	valueCounts,
} from './counting/counts';
import type { Readiness } from './readinessTypes';
import type { Category, CoverageReport, RuleCount, SchoolCoverage } from './reportTypes';
import type { SchoolNames } from './schoolNames';
import { NO_NAMES } from './schoolNames';

/** What a report tells besides counts and findings. */
interface ReportContext {
	readonly readiness?: Readiness | undefined;
	readonly names?: SchoolNames | undefined;
}

/** Makes the report from the counts and from the findings of the files' checkers. */
export function reportOf(
	counts: StudentCounts,
	checkers: readonly Checker[],
	{ readiness, names = NO_NAMES }: ReportContext = {},
): CoverageReport {
	const columns = new Map(counts.columns.map((column) => [column.element.column, column]));
	return {
		files: checkers.map(({ table }) => table.fileName),
		students: counts.students,
		unread: counts.unread,
		categories: categories.map((element) =>
			categoryOf(element, columns.get(element.column), counts, checkers),
		),
		schools: schoolsOf(
			counts,
			categories.flatMap(({ column }) => columns.get(column) ?? []),
			names,
		),
		alarms: alarmsOf(counts, alarmFacts(checkers, names)),
		problems: checkers.flatMap(ruleCounts).sort(bySeverityAndRule),
		readiness,
	};
}

function categoryOf(
	{ column, title: words, heading: title = words }: Element,
	counted: ColumnCounts | undefined,
	counts: StudentCounts,
	checkers: readonly Checker[],
): Category {
	if (!counted) {
		const none = { valid: 0, wrong: 0, accepted: 0, empty: counts.students, of: counts.students };
		return { column, title, fileName: undefined, codes: [], ...none, errors: 0 };
	}
	const { students, who } = neededCounts(counts, counted);
	return {
		column,
		title,
		fileName: counted.fileName,
		codes: counted.element.optionSet.options.map(({ code, label, accepted }, option) => ({
			code,
			label,
			students: studentsWithCode(students, option),
			...(accepted && { accepted }),
		})),
		...valueCounts(counted.element, students),
		of: total(students),
		...(who !== undefined && { ofWhom: who, outside: filled(counted.students) - filled(students) }),
		errors: errorsIn(counted, checkers),
	};
}

/** @param columns those that a file has, in the order of the categories. */
function schoolsOf(
	counts: StudentCounts,
	columns: readonly ColumnCounts[],
	{ byId }: SchoolNames,
): readonly SchoolCoverage[] | undefined {
	const needed = columns.map((column) => ({ ...column, ...neededCounts(counts, column) }));
	return counts.schools?.flatMap((school, index): SchoolCoverage[] => {
		if (school.students === 0) return [];
		const ofSchool = needed.map(({ element, bySchool }) => {
			const students = bySchool[index] as readonly number[];
			return { ...valueCounts(element, students), of: total(students) };
		});
		const name = byId.get(school.id ?? '');
		return [
			{
				...school,
				...(name !== undefined && { name }),
				valid: ofSchool.map(({ valid }) => valid),
				wrong: ofSchool.map(({ wrong }) => wrong),
				of: ofSchool.map(({ of }) => of),
			},
		];
	});
}

function errorsIn(counts: ColumnCounts, checkers: readonly Checker[]): number {
	const checker = checkers.find(({ table }) => table.fileName === counts.fileName);
	return [...(checker?.tally.groups ?? [])]
		.filter(({ severity, column }) => severity === 'error' && column === counts.column)
		.reduce((sum, { count }) => sum + count, 0);
}

function ruleCounts({ tally, table: { fileName } }: Checker): RuleCount[] {
	const counts = new Map<string, RuleCount>();
	for (const group of tally.groups) {
		const { rule, severity } = group;
		const id = `${rule.id} ${severity}`;
		const found = (counts.get(id)?.found ?? 0) + rowCount(group);
		counts.set(id, { rule: rule.id, title: rule.title, severity, found, fileName });
	}
	return [...counts.values()];
}

function bySeverityAndRule(one: RuleCount, other: RuleCount): number {
	const rank = ({ rule, severity }: RuleCount): number =>
		severities.indexOf(severity) * rules.length + rules.findIndex(({ id }) => id === rule);
	return rank(one) - rank(other) || (one.fileName < other.fileName ? -1 : 1);
}
