import type { CountRange, SavedCategory, SavedReport } from '../../../../server/src/protocol';
import { countOf, distinctLabel, formatRange, formatShareRange } from '../../../../server/src/wording';
import type { Bar } from './bars';
import { card } from './card';

/** A card for each category that has counts. */
export function savedCards({ categories, students }: SavedReport): HTMLElement[] {
	return students === undefined ? [] : categories.flatMap((category) => savedCard(category, students) ?? []);
}

function savedCard({ column, title, fileName, counts, neededBy }: SavedCategory, students: number) {
	if (!counts) return undefined;
	const { codes, otherCodes, few, withCode, noCode } = counts;
	const bar = (name: string, meaning: string, range: CountRange, kind: Bar['kind']): Bar => ({
		name,
		meaning,
		students: range,
		count: formatRange(range),
		share: shareText(range, students),
		kind,
	});
	const bars = [
		...codes.map((code) => bar(code.code, distinctLabel(code), code.students, 'code')),
		...(noCode ? [bar('Empty or not a code', '', noCode, 'empty')] : []),
	];
	const rest =
		otherCodes === 0 ? undefined : `${countOf(otherCodes, 'other code')}: ${formatRange(few)} students each.`;
	const filled = withCode
		? `${shareText(withCode, students)} with a code`
		: 'How many have a code is not shown';
	const facts = neededBy === undefined ? filled : `${filled} · needed by ${neededBy}`;
	return card({ column, title, fileName, facts, errors: '', bars, rest, of: students });
}

function shareText({ from, to }: CountRange, students: number): string {
	const share = { from: Math.floor((100 * from) / students), to: Math.ceil((100 * to) / students) };
	return formatShareRange(share, students);
}
