import { tellsValue } from '../../check/tellsValue';
import type { SavedReport } from '../../coverage/savedReportTypes';
import { rangeAround } from '../../coverage/suppression/ranges';
import type { FileReport } from '../../disk/fileCheck';
import { type Rule, ruleById } from '../../rules';
import type { Severity } from '../../rules/rule';
import { findElement, tables } from '../../spec';
import { formatNumber, formatRange } from '../../wording';
import type { CheckStatistics } from './checkOutput';
import type { FormatOptions } from './format';
import { type Markup, markup } from './markup';
import { declaredColumn } from './shownFindings';
import { statisticsOf } from './statistics';

const badges: Readonly<Record<Severity, string>> = {
	error: 'Error',
	warning: 'Warning',
	information: 'Note',
	hint: 'Hint',
};

/**
 * The problems of a file by rule and column.
 *
 * @param saved what the page tells of the file's students.
 */
export function problemSection(
	report: FileReport,
	saved: SavedReport,
	{ isRedacted, isQuiet }: FormatOptions,
): Markup {
	const { fewest } = saved;
	const hasStudents = saved.students !== undefined && (report.facts?.students ?? 0) >= fewest;
	const groups = statisticsOf(report, isRedacted).filter(
		({ rule, severity }) =>
			(!isQuiet || severity === 'error') && (!isRedacted || hasStudents || isAboutHeader(ruleById(rule))),
	);
	const few = `There are fewer than ${fewest} students, so only problems of the header are shown.`;
	const headers = ['Problem', 'Rule', 'Column'].map((name) => markup('th', { scope: 'col' }, name));
	return markup(
		'section',
		{},
		markup('h2', {}, `Problems in ${report.path}`),
		isRedacted && !hasStudents ? markup('p', { class: 'quiet' }, few) : undefined,
		groups.length === 0
			? markup('p', { class: 'quiet' }, 'No problems to show.')
			: markup(
					'table',
					{},
					markup('caption', {}, 'Problems by rule and column'),
					markup(
						'thead',
						{},
						markup('tr', {}, ...headers, markup('th', { scope: 'col', class: 'number' }, 'Found')),
					),
					markup('tbody', {}, ...groups.map((group) => problemRow(group, report, saved, isRedacted))),
				),
	);
}

function problemRow(
	group: CheckStatistics,
	{ table }: FileReport,
	saved: SavedReport,
	isRedacted: boolean,
): Markup {
	const { severity, title, rule, column, count, values = [] } = group;
	const name = isRedacted ? declaredColumn(column) : (column ?? undefined);
	const named = values.map(({ value, count: rows }) => `“${value}” (${formatNumber(rows)})`).join(' · ');
	const found = isRedacted ? hiddenCountText(group, table, saved) : formatNumber(count);
	return markup(
		'tr',
		{},
		markup(
			'th',
			{ scope: 'row' },
			markup('span', { class: `badge ${severity}` }, badges[severity]),
			` ${title}`,
			...(named === '' ? [] : [{ html: '<br />' }, markup('span', { class: 'quiet' }, named)]),
		),
		markup('td', {}, rule),
		markup('td', {}, name ?? ''),
		markup('td', { class: 'number' }, found),
	);
}

/**
 * A count that takes nothing from the ranges of its column: it has the same bounds, so it ends where they may end. None
 * where it is the number of students with a value that few of them have.
 */
function hiddenCountText(
	{ rule: id, column, count }: CheckStatistics,
	table: string,
	saved: SavedReport,
): string {
	const rule = ruleById(id);
	const declared = tables.find(({ fileName }) => fileName === table);
	const element = column === null ? null : declared && findElement(declared, column);
	if (!rule || tellsValue(rule, isAboutHeader(rule) ? 0 : 1, element)) return 'not shown';
	const width = widthFor(column, declared?.schoolColumn, saved);
	return count < width ? `fewer than ${width}` : formatRange(rangeAround(count, width));
}

/** The width of the ranges that the page has of a column. */
function widthFor(
	column: string | null,
	schoolColumn: string | undefined,
	{ categories, schools, fewest }: SavedReport,
): number {
	const counts = categories.find((category) => category.column === column)?.counts;
	if (counts) return counts.few.to + 1;
	return typeof schools === 'object' && column === schoolColumn ? schools.few.to : fewest;
}

/** Of few students, even that one has a problem tells something; a header is about none of them. */
function isAboutHeader(rule: Rule | undefined): boolean {
	return rule !== undefined && ('checkHeader' in rule || 'checkFile' in rule) && !('checkField' in rule);
}
