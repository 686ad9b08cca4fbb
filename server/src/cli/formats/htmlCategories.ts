import type { CountRange, SavedCategory, SavedCode } from '../../coverage/savedReportTypes';
import { countOf, distinctLabel, formatNumber, formatRange, formatShareRange, plural } from '../../wording';
import { type Markup, markup, shareStyle } from './markup';

/** Bars that are seen at once, as in the page that the editor saves. */
const MAX_BARS = 15;

interface Bar {
	readonly name: string;
	readonly meaning: string;
	readonly range: CountRange;
	readonly kind: 'code' | 'empty';
}

/** A card for a category that has counts. */
export function categoryCard(
	{ column, title, fileName, counts, neededBy }: SavedCategory,
	students: number,
): Markup | undefined {
	if (!counts) return undefined;
	const { codes, otherCodes, few, withCode, noCode } = counts;
	const bars: readonly Bar[] = [
		...codes.map(barOfCode),
		...(noCode ? [{ name: 'Empty or not a code', meaning: '', range: noCode, kind: 'empty' as const }] : []),
	];
	const seen = bars.length > MAX_BARS ? mostFrequent(bars) : bars;
	const more = bars.filter((bar) => !seen.includes(bar) && bar.range.to > 0);
	const absent = bars.length - seen.length - more.length;
	const filled = withCode
		? `${shareText(withCode, students)} with a code`
		: 'How many have a code is not shown';
	const quiet = (text: string): Markup => markup('p', { class: 'quiet' }, text);
	return markup(
		'article',
		{ class: 'card' },
		markup(
			'header',
			{},
			markup('h3', {}, title),
			markup('p', { class: 'quiet' }, markup('code', {}, column), ` in ${fileName}`),
			markup('p', { class: 'facts' }, neededBy === undefined ? filled : `${filled} · needed by ${neededBy}`),
		),
		barTable(`${title}: ${column}`, seen, students),
		more.length === 0
			? undefined
			: markup(
					'details',
					{},
					markup('summary', {}, `Show ${countOf(more.length, 'More Code', 'More Codes')}`),
					barTable(`${title}: more codes`, more, students),
				),
		absent === 0
			? undefined
			: quiet(
					`No student has ${plural(absent, 'the other code', `any of the ${formatNumber(absent)} other codes`)}.`,
				),
		otherCodes === 0
			? undefined
			: quiet(`${countOf(otherCodes, 'other code')}: ${formatRange(few)} students each.`),
	);
}

function barOfCode(code: SavedCode): Bar {
	return { name: code.code, meaning: distinctLabel(code), range: code.students, kind: 'code' };
}

function mostFrequent(bars: readonly Bar[]): readonly Bar[] {
	const codes = bars.filter(({ kind, range }) => kind === 'code' && range.to > 0);
	const shown = codes.sort((one, other) => other.range.to - one.range.to).slice(0, MAX_BARS);
	return [...shown, ...bars.filter(({ kind }) => kind !== 'code')];
}

function barTable(caption: string, bars: readonly Bar[], students: number): Markup {
	const headers = ['Value', 'Students', 'Share'].map((name) => markup('th', { scope: 'col' }, name));
	const rows = bars.map(({ name, meaning, range, kind }) => {
		const part = (count: number, className: string): Markup | undefined =>
			count === 0
				? undefined
				: markup('span', { class: className, style: shareStyle(count / Math.max(1, students)) });
		return markup(
			'tr',
			{},
			markup(
				'th',
				{ scope: 'row' },
				markup('bdi', {}, name),
				...(meaning === '' ? [] : [' ', markup('span', { class: 'meaning' }, meaning)]),
				markup(
					'span',
					{ class: `track ${kind}` },
					range.from < range.to ? part(range.to, 'open') : undefined,
					part(range.from, 'fill'),
				),
			),
			markup('td', {}, formatRange(range)),
			markup('td', {}, shareText(range, students)),
		);
	});
	return markup(
		'table',
		{ class: 'bars' },
		markup('caption', {}, caption),
		markup('thead', {}, markup('tr', {}, ...headers)),
		markup('tbody', {}, ...rows),
	);
}

function shareText({ from, to }: CountRange, students: number): string {
	const share = { from: Math.floor((100 * from) / students), to: Math.ceil((100 * to) / students) };
	return formatShareRange(share, students);
}
