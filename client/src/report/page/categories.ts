import type { Category, CodeCount, CoverageReport, RowsTarget } from '../../../../server/src/protocol';
import { countOf, distinctLabel, formatNumber, formatPercent, plural } from '../../../../server/src/wording';
import type { Bar } from './bars';
import { card } from './card';

/** A card for each category whose column a file has. */
export function categoryCards({ categories }: CoverageReport): HTMLElement[] {
	return categories
		.filter(({ fileName }) => fileName !== undefined)
		.map((category) => {
			const { column, title, fileName, errors, wrong, of } = category;
			return card({
				column,
				title,
				fileName,
				facts: factsOf(category),
				// Errors count rows where `wrong` counts students: two numbers of the same values would be a riddle.
				errors: errors > 0 && wrong === 0 ? countOf(errors, 'error') : '',
				bars: barsOf(category),
				of,
				rest: outsideOf(category),
			});
		});
}

function factsOf({ valid, wrong, accepted, empty, of, ofWhom }: Category): string {
	const whole = ofWhom === undefined ? '' : ` of ${formatNumber(of)} ${ofWhom}`;
	return [
		`${formatPercent(valid, of)}${whole} filled`,
		...(wrong > 0 ? [`${formatNumber(wrong)} wrong`] : []),
		...(accepted > 0 ? [`${formatNumber(accepted)} accepted`] : []),
		`${formatNumber(empty)} empty`,
	].join(' · ');
}

function outsideOf({ ofWhom, outside = 0 }: Category): string | undefined {
	if (ofWhom === undefined || outside === 0) return undefined;
	return `Not counted: ${countOf(outside, 'other student')} ${plural(outside, 'has', 'have')} a value too.`;
}

function barsOf({ column, fileName = '', codes, wrong, empty, of }: Category): Bar[] {
	const bar = (
		kind: Bar['kind'],
		name: string,
		meaning: string,
		count: number,
		show: RowsTarget['show'],
	): Bar => ({
		name,
		meaning,
		students: { from: count, to: count },
		count: formatNumber(count),
		share: formatPercent(count, of),
		kind,
		target: count === 0 ? undefined : { fileName, column, show },
	});
	const codeBar = (code: CodeCount): Bar => {
		const { accepted, students } = code;
		const meaning = accepted ? 'accepted by the district' : distinctLabel(code);
		return bar(accepted ? 'accepted' : 'code', code.code, meaning, students, { values: [code.code] });
	};
	return [
		...codes.map(codeBar),
		...(wrong > 0 ? [bar('wrong', 'Wrong value', '', wrong, 'wrong')] : []),
		bar('empty', 'Empty', '', empty, 'empty'),
	];
}
