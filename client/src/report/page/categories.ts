import type { Category, CoverageReport } from '../../../../server/src/protocol';
import { countOf, distinctLabel, formatNumber, formatPercent } from '../../../../server/src/wording';
import { card } from './card';
import { type Bar, countLayout } from './chart';

/** A card for each category whose column a file has. */
export function categoryCards({ categories, students }: CoverageReport): HTMLElement[] {
	return categories
		.filter(({ fileName }) => fileName !== undefined)
		.map((category) => {
			const { filled, empty, errors } = category;
			const facts = `${formatPercent(filled, students)} filled · ${formatNumber(empty)} empty`;
			const bars = barsOf(category, students);
			return card(
				{ ...category, facts, errors: errors > 0 ? countOf(errors, 'error') : '', bars },
				students,
				countLayout,
			);
		});
}

function barsOf({ codes, notCodes, empty }: Category, students: number): Bar[] {
	const bar = (name: string, meaning: string, count: number, kind: Bar['kind']): Bar => ({
		name,
		meaning,
		students: { from: count, to: count },
		count: formatNumber(count),
		share: formatPercent(count, students),
		kind,
	});
	return [
		...codes.map((code) => bar(code.code, distinctLabel(code), code.students, 'code')),
		...(notCodes > 0 ? [bar('Not a code', '', notCodes, 'not-a-code')] : []),
		bar('Empty', '', empty, 'empty'),
	];
}
