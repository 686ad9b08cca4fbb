import type { CoverageReport, SavedReport } from '../../../../server/src/protocol';
import { countOf, formatNumber, formatPercent, plural } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import { type Tile, tiles } from '../../page/tiles';
import { sum } from './schoolOrder';

/** The totals of the report. */
export function summary({ students, schools, problems, unread, categories }: CoverageReport): HTMLElement {
	const found = (severity: string): number =>
		problems
			.filter((problem) => problem.severity === severity)
			.reduce((sum, problem) => sum + problem.found, 0);
	return element(
		'div',
		{},
		tiles([
			[formatNumber(students), plural(students, 'student')],
			...(schools ? [schoolTile(schools.length)] : []),
			categoryTile(categories),
			...filledTile(categories),
			[formatNumber(found('error')), 'errors'],
			[formatNumber(found('warning')), 'warnings'],
		]),
		students === 0 ? element('p', { class: 'quiet' }, 'No row has a student ID.') : undefined,
		unread > 0
			? element(
					'p',
					{ class: 'quiet' },
					`Not counted because of errors or a missing student ID: ${countOf(unread, 'row')}.`,
				)
			: undefined,
	);
}

/** The share of valid values in all categories; none where nobody is counted. */
function filledTile(categories: CoverageReport['categories']): readonly Tile[] {
	const valid = sum(categories.map((category) => category.valid));
	const of = sum(categories.filter(({ fileName }) => fileName !== undefined).map((category) => category.of));
	return of === 0 ? [] : [[formatPercent(valid, of), 'filled']];
}

/** The totals of a saved report. */
export function savedSummary({ students, fewest, schools, categories }: SavedReport): HTMLElement {
	return tiles([
		students === undefined
			? [`fewer than ${fewest}`, 'students']
			: [formatNumber(students), plural(students, 'student')],
		...(typeof schools === 'object'
			? [schoolTile(schools.listed.length + schools.others + schools.notNamed)]
			: []),
		categoryTile(categories),
	]);
}

function schoolTile(schools: number): Tile {
	return [formatNumber(schools), plural(schools, 'school')];
}

function categoryTile(categories: CoverageReport['categories'] | SavedReport['categories']): Tile {
	const columns = categories.filter(({ fileName }) => fileName !== undefined).length;
	return [`${columns} of ${categories.length}`, 'categories'];
}
