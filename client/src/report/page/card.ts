import { countOf, formatNumber, plural } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import { type Bar, barTable } from './bars';

/** Bars that are seen at once; of more codes, those that most students have. */
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
	/** How many students a full bar stands for. */
	readonly of: number;
	/** What the bars leave out, in a sentence. */
	readonly rest?: string | undefined;
}

/** A card for a column: its counts as a table with bars. */
export function card(content: CardContent): HTMLElement {
	const { column, title, fileName, facts, errors, bars, of, rest } = content;
	const seen = bars.length > MAX_BARS ? mostFrequent(bars) : bars;
	const more = bars.filter((bar) => !seen.includes(bar) && bar.students.to > 0);
	const absent = bars.length - seen.length - more.length;
	return element(
		'article',
		{ class: 'card', id: column },
		element(
			'header',
			{},
			element('h3', {}, title),
			element('p', { class: 'quiet' }, element('code', {}, column), ` in ${fileName}`),
			element(
				'p',
				{ class: 'facts' },
				facts,
				...(errors === '' ? [] : [' · ', element('strong', { class: 'error' }, errors)]),
			),
		),
		barTable(`${title}: ${column}`, seen, of),
		more.length === 0
			? undefined
			: element(
					'details',
					{},
					element('summary', {}, `Show ${countOf(more.length, 'More Code', 'More Codes')}`),
					barTable(`${title}: more codes`, more, of),
				),
		absent === 0 ? undefined : element('p', { class: 'quiet' }, `No student has ${othersOf(absent)}.`),
		rest === undefined ? undefined : element('p', { class: 'quiet' }, rest),
	);
}

function othersOf(codes: number): string {
	return plural(codes, 'the other code', `any of the ${formatNumber(codes)} other codes`);
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
