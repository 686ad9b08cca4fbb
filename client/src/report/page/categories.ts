import type { Category, CoverageReport } from '../../../../server/src/protocol';
import {
	countOf,
	distinctLabel,
	formatNumber,
	formatPercent,
	formatShare,
} from '../../../../server/src/wording';
import { type Bar, barChart } from './chart';
import { element, table } from './dom';

/** Bars in a chart; of more codes, those that most students have are drawn. */
const MAX_BARS = 12;

/** A card for each category whose column a file has. */
export function categoryCards(report: CoverageReport): HTMLElement[] {
	return report.categories
		.filter(({ fileName }) => fileName !== undefined)
		.map((category) => categoryCard(category, report));
}

/** The columns that neither file has, in a sentence. */
export function missingCategories({ categories }: CoverageReport): HTMLElement | undefined {
	const missing = categories.filter(({ fileName }) => fileName === undefined);
	if (missing.length === 0) return undefined;
	const names = missing.flatMap(({ column }, at) => [at > 0 ? ', ' : '', element('code', {}, column)]);
	return element('p', { class: 'quiet' }, 'Not in these files: ', ...names, '.');
}

function categoryCard(category: Category, { students }: CoverageReport): HTMLElement {
	const { column, title, fileName, filled, empty, errors } = category;
	const bars = barsOf(category);
	const drawn = bars.length > MAX_BARS ? mostFrequent(bars) : bars;
	const share = formatShare(filled, students);
	const facts = [
		typeof filled === 'number' ? `${share} filled` : `filled: ${share}`,
		typeof empty === 'number' ? `${formatNumber(empty)} empty` : `empty: ${empty}`,
	].join(' · ');
	const label = `${column}: ${facts}. ${drawn.map((bar) => `${bar.name} ${formatNumber(bar.students)}`).join(', ')}.`;
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
				...(errors ? [' · ', element('strong', { class: 'error' }, countOf(errors, 'error'))] : []),
			),
		),
		element('p', { class: 'quiet' }, `${title} (${fileName})`),
		element('figure', {}, barChart(drawn, students, label)),
		moreCodes > 0
			? element('p', { class: 'quiet' }, `The table has ${countOf(moreCodes, 'more code')}.`)
			: undefined,
		element(
			'details',
			{},
			element('summary', {}, 'Show as Table'),
			table(
				`${column}, ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
				['Value', 'Meaning', 'Students', 'Share'],
				bars.map(({ name, meaning, students: amount }) => [
					name,
					meaning,
					formatNumber(amount),
					typeof amount === 'number' && typeof students === 'number' ? formatPercent(amount, students) : '',
				]),
			),
		),
	);
}

function barsOf({ codes, notCodes, empty }: Category): Bar[] {
	const all = codes.map(
		(code): Bar => ({
			name: code.code,
			meaning: distinctLabel(code),
			students: code.students,
			kind: 'code',
		}),
	);
	if (notCodes !== 0) all.push({ name: 'Not a code', meaning: '', students: notCodes, kind: 'not-a-code' });
	all.push({ name: 'Empty', meaning: '', students: empty, kind: 'empty' });
	return all;
}

/** The codes that most students have, and always the bars of values that are not codes and of empty fields. */
function mostFrequent(bars: readonly Bar[]): Bar[] {
	const weight = ({ students }: Bar): number => (typeof students === 'number' ? students : 1);
	const codes = bars.filter(({ kind, students }) => kind === 'code' && students !== 0);
	const shown = codes.sort((one, other) => weight(other) - weight(one)).slice(0, MAX_BARS);
	return [...shown, ...bars.filter(({ kind }) => kind !== 'code')];
}
