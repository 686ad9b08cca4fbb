import { countOf } from '../../../../server/src/wording';
import { element, table } from '../../page/dom';
import { type Bar, type BarLayout, barChart } from './chart';

/** Bars in a chart; of more codes, those that most students have are drawn. */
const MAX_BARS = 15;

/** What a card says about one column. */
export interface CardContent {
	readonly column: string;
	readonly title: string;
	readonly fileName: string | undefined;
	/** How many students have a value, in a few words. */
	readonly facts: string;
	/** How many errors the column has, in words; empty if none is to be shown. */
	readonly errors: string;
	readonly bars: readonly Bar[];
	/** What the bars leave out, in a sentence. */
	readonly rest?: string | undefined;
}

/** A card for a column: a chart, and the same numbers as a table. */
export function card(
	{ column, title, fileName, facts, errors, bars, rest }: CardContent,
	students: number,
	layout: BarLayout,
): HTMLElement {
	const drawn = bars.length > MAX_BARS ? mostFrequent(bars) : bars;
	const described = [...drawn.map(({ name, count }) => `${name} ${count}`)].join(', ');
	const label = `${column}: ${facts}. ${described}.`;
	const moreCodes = bars.length - drawn.length;
	return element(
		'article',
		{ class: 'card', id: column },
		element(
			'header',
			{},
			element('h3', {}, column),
			element(
				'span',
				{ class: 'facts' },
				facts,
				...(errors === '' ? [] : [' · ', element('strong', { class: 'error' }, errors)]),
			),
		),
		element('p', { class: 'quiet' }, `${title} (${fileName})`),
		element('figure', {}, barChart(drawn, students, label, layout)),
		moreCodes > 0
			? element('p', { class: 'quiet' }, `The table has ${countOf(moreCodes, 'more code')}.`)
			: undefined,
		rest === undefined ? undefined : element('p', { class: 'quiet' }, rest),
		element(
			'details',
			{},
			element('summary', {}, 'Show as Table'),
			table(
				`${column}, ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
				['Value', 'Meaning', 'Students', 'Share'],
				bars.map(({ name, meaning, count, share }) => [name, meaning, count, share]),
			),
		),
	);
}

/** The codes that most students have, and always the bars of values that are not codes and of empty fields. */
function mostFrequent(bars: readonly Bar[]): Bar[] {
	const codes = bars.filter(({ kind, students }) => kind === 'code' && students.to > 0);
	const shown = codes.sort((one, other) => other.students.to - one.students.to).slice(0, MAX_BARS);
	return [...shown, ...bars.filter(({ kind }) => kind !== 'code')];
}

/** The columns that neither file has, in a sentence. */
export function missingCategories(
	categories: readonly { readonly column: string; readonly fileName: string | undefined }[],
): HTMLElement | undefined {
	const missing = categories.filter(({ fileName }) => fileName === undefined);
	if (missing.length === 0) return undefined;
	const names = missing.flatMap(({ column }, at) => [at > 0 ? ', ' : '', element('code', {}, column)]);
	return element('p', { class: 'quiet' }, 'Not in these files: ', ...names, '.');
}
