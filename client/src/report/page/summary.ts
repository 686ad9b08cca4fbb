import type { CoverageReport } from '../../../../server/src/protocol';
import { element } from './dom';
import { count, number } from './words';

/** The numbers that say how the files stand. */
export function summary(report: CoverageReport): HTMLElement {
	const { students, schools, problems, isSuppressed, unread } = report;
	const rows = (severity: string): number =>
		problems
			.filter((problem) => problem.severity === severity)
			.reduce((sum, problem) => sum + (problem.rows ?? 0), 0);
	const columns = report.categories.filter(({ fileName }) => fileName !== undefined).length;
	const tiles = [
		tile(number(students), students === 1 ? 'student' : 'students'),
		...(schools ? [tile(number(schools.length), schools.length === 1 ? 'school' : 'schools')] : []),
		tile(`${columns} of ${report.categories.length}`, 'categories'),
		...(isSuppressed
			? []
			: [tile(number(rows('error')), 'errors'), tile(number(rows('warning')), 'warnings')]),
	];
	return element(
		'div',
		{},
		element('dl', { class: 'tiles' }, ...tiles),
		students === 0 ? element('p', { class: 'quiet' }, 'No row names a student.') : undefined,
		unread
			? element(
					'p',
					{ class: 'quiet' },
					`Not counted, as they cannot be read or name no student: ${count(unread, 'row')}.`,
				)
			: undefined,
	);
}

function tile(amount: string, what: string): HTMLElement {
	return element('div', {}, element('dd', {}, amount), element('dt', {}, what));
}
