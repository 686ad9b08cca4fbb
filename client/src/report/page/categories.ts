import type { Category, CoverageReport } from '../../../../server/src/protocol';
import { countOf, distinctLabel, formatNumber, formatPercent } from '../../../../server/src/wording';
import { card } from './card';
import { type Bar, countLayout } from './chart';

/** A card for each category whose column a file has. */
export function categoryCards({ categories }: CoverageReport): HTMLElement[] {
	return categories
		.filter(({ fileName }) => fileName !== undefined)
		.map((category) => {
			const { valid, empty, of, ofWhom, errors } = category;
			const whole = ofWhom === undefined ? '' : ` of ${formatNumber(of)} ${ofWhom}`;
			const facts = `${formatPercent(valid, of)}${whole} filled · ${formatNumber(empty)} empty`;
			const bars = barsOf(category);
			return card(
				{ ...category, facts, errors: errors > 0 ? countOf(errors, 'error') : '', bars },
				of,
				countLayout,
			);
		});
}

function barsOf({ codes, wrong, empty, of }: Category): Bar[] {
	const bar = (name: string, meaning: string, count: number, kind: Bar['kind']): Bar => ({
		name,
		meaning,
		students: { from: count, to: count },
		count: formatNumber(count),
		share: formatPercent(count, of),
		kind,
	});
	return [
		...codes.map((code) => bar(code.code, distinctLabel(code), code.students, 'code')),
		...(wrong > 0 ? [bar('Not a code', '', wrong, 'not-a-code')] : []),
		bar('Empty', '', empty, 'empty'),
	];
}
