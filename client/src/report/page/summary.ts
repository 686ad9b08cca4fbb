import type { CoverageReport } from '../../../../server/src/protocol';
import { countOf, formatNumber, plural } from '../../../../server/src/wording';
import { element } from './dom';

/** The totals of the report. */
export function summary(report: CoverageReport): HTMLElement {
	const { students, schools, problems, isSuppressed, unread } = report;
	const rows = (severity: string): number =>
		problems
			.filter((problem) => problem.severity === severity)
			.reduce((sum, problem) => sum + (problem.rows ?? 0), 0);
	const columns = report.categories.filter(({ fileName }) => fileName !== undefined).length;
	const tiles = [
		tile(formatNumber(students), plural(students, 'student')),
		...(schools ? [tile(formatNumber(schools.length), plural(schools.length, 'school'))] : []),
		tile(`${columns} of ${report.categories.length}`, 'categories'),
		...(isSuppressed
			? []
			: [tile(formatNumber(rows('error')), 'errors'), tile(formatNumber(rows('warning')), 'warnings')]),
	];
	return element(
		'div',
		{},
		element('dl', { class: 'tiles' }, ...tiles),
		students === 0 ? element('p', { class: 'quiet' }, 'No row has a student ID.') : undefined,
		unread
			? element(
					'p',
					{ class: 'quiet' },
					`Not counted because of errors or a missing student ID: ${countOf(unread, 'row')}.`,
				)
			: undefined,
	);
}

function tile(amount: string, noun: string): HTMLElement {
	return element('div', {}, element('dd', {}, amount), element('dt', {}, noun));
}
