import type { ColumnCandidate, TargetPlan } from '../../../../server/src/protocol';
import { countOf, formatNumber, plural, shown } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import { flagLines } from './flagLines';
import type { PageModel } from './model';
import { button, does, samplesText, settledSign } from './parts';
import { askedTables, asksBlank, isUnsettled, openValues } from './questions';
import { valueLines } from './valueLines';

/** One of our columns: what feeds it in one line, and, unfolded, what its values become. */
export function targetCard(model: PageModel, target: TargetPlan, at: number): HTMLElement {
	const { element: name, title, from, isOpen } = target;
	const isSettled = !isUnsettled(target);
	const details = detailsOf(model, target, at);
	const isUnfolded = details.length > 0 && (model.page.unfolded.get(name) ?? !isSettled);
	const fold = element('button', {
		class: 'fold',
		...does('unfold', `t-${at}-fold`, { t: at }),
		'aria-expanded': String(isUnfolded),
		'aria-controls': isUnfolded ? `t-${at}-details` : undefined,
		'aria-label': `${name}: ${isUnfolded ? 'hide' : 'show'} its values`,
	});
	return element(
		'article',
		{
			class: `target${isSettled ? '' : ' unsettled'}${from.length === 0 && !isOpen ? ' unfed' : ''}`,
			id: `t-${at}`,
			'aria-label': name,
		},
		element(
			'div',
			{ class: 'target-line' },
			details.length > 0 ? fold : element('span', { class: 'no-fold' }),
			from.length === 0 && isSettled ? element('span', { class: 'state-sign none' }) : settledSign(isSettled),
			element(
				'div',
				{ class: 'target-name' },
				element('h3', {}, name),
				title === name ? undefined : element('p', { class: 'quiet' }, title),
			),
			element('span', { class: 'arrow', 'aria-hidden': 'true' }, '←'),
			columnButton(target, at),
			element('p', { class: 'target-note quiet' }, noteText(target)),
		),
		isUnfolded ? element('div', { class: 'target-details', id: `t-${at}-details` }, ...details) : undefined,
	);
}

function columnButton({ element: name, from, isOpen, how }: TargetPlan, at: number): HTMLElement {
	const names = from.map((each) => shown(each, 40));
	const label =
		how === 'flags' && from.length > 1
			? `${formatNumber(from.length)} yes/no columns`
			: from.length > 0
				? names.join(' + ')
				: isOpen
					? 'Choose a column…'
					: 'No column';
	return element(
		'button',
		{
			class: `pick column${isOpen ? ' wanted' : ''}${from.length === 0 && !isOpen ? ' none' : ''}`,
			...does('column', `t-${at}-column`, { t: at }),
			'aria-haspopup': 'dialog',
			'aria-label': `Column for ${name}: ${label}`,
			title: from.length > 0 ? names.join(', ') : undefined,
		},
		element('span', {}, label),
	);
}

/** What is left to do, else why the column is used and what becomes of its values. */
function noteText(target: TargetPlan): string {
	const { isOpen, from, reason, how, values } = target;
	if (isOpen) return `${countOf(target.candidates.length, 'candidate')}: choose one`;
	const open = openValues(target).length;
	if (open > 0) return `${countOf(open, 'value')} left of ${formatNumber(values.length)}`;
	if (asksBlank(target)) return `What does a blank mean? ${countOf(target.blank?.rows ?? 0, 'row')}`;
	if (from.length === 0) return how === 'mapping' ? 'Chosen: not sent' : '';
	return [reason ?? hows[how ?? 'name'], codesText(target)].filter((text) => text !== '').join(' · ');
}

const hows: Readonly<Record<NonNullable<TargetPlan['how']>, string>> = {
	name: 'By its name',
	values: 'By its values',
	codes: 'By its codes',
	flags: 'Yes/no columns',
	mapping: 'Chosen',
};

function codesText({ values, options }: TargetPlan): string {
	const unchanged = values.filter(({ code }) => code === null).length;
	const codes = new Set(values.flatMap(({ code }) => code || []));
	const listed = options.filter(({ code }) => codes.has(code)).map(({ code }) => code);
	const text = listed.length > 6 ? countOf(listed.length, 'code') : listed.join(' ');
	const left = unchanged > 0 ? `${countOf(unchanged, 'value')} unchanged` : '';
	return [text, left].filter((each) => each !== '').join(' · ');
}

/** What is under the line of a target. */
function detailsOf(model: PageModel, target: TargetPlan, at: number): readonly HTMLElement[] {
	const { isOpen, how } = target;
	if (isOpen) return [candidateList(target, at)];
	const parts = [
		how === 'flags' ? flagLines(model, target, at) : undefined,
		codeTableLine(target, at),
		valueLines(model, target, at),
	];
	return parts.filter((part) => part !== undefined);
}

/** The columns that may feed a target, each to take with one click, with the reason and samples. */
export function candidateList({ element: name, candidates, kind }: TargetPlan, at: number): HTMLElement {
	return element(
		'div',
		{ class: 'candidates', role: 'group', 'aria-label': `Candidates for ${name}` },
		...candidates.slice(0, 8).map((candidate, position) => candidateButton(candidate, at, position)),
		element(
			'p',
			{ class: 'candidate-others' },
			button('small', 'Another Column…', does('column', `t-${at}-other`, { t: at })),
			kind === 'key' ? undefined : button('small', 'No Column', does('noColumn', `t-${at}-none`, { t: at })),
		),
	);
}

function candidateButton(
	{ name, reason, samples, matches, of }: ColumnCandidate,
	at: number,
	position: number,
): HTMLElement {
	const found =
		matches === undefined || of === undefined
			? undefined
			: `${formatNumber(matches)} of ${countOf(of, 'ID')} ${plural(of, 'is', 'are')} in students.csv`;
	return element(
		'button',
		{ class: 'candidate', ...does('takeColumn', `t-${at}-c-${position}`, { t: at, c: position }) },
		element('span', { class: 'candidate-name' }, shown(name)),
		element('span', { class: 'samples' }, samples.length > 0 ? samplesText(samples) : 'No values'),
		found === undefined
			? undefined
			: element('span', { class: matches === 0 ? 'matches none' : 'matches' }, found),
		reason === undefined ? undefined : element('span', { class: 'reason' }, reason),
	);
}

/** Tables that are offered with one click. */
const OFFERED_TABLES = 2;

/** The table of codes that gives numbers and letters of a system their meaning, where there is one. */
function codeTableLine(target: TargetPlan, at: number): HTMLElement | undefined {
	const { codeTables, codeTable, values, options } = target;
	if (codeTables.length === 0 || options.length === 0) return undefined;
	const offered = askedTables(target).slice(0, OFFERED_TABLES);
	const covered = codeTables.find(({ name }) => name === codeTable)?.covers;
	const label = codeTable ?? (offered.length > 0 ? 'Other…' : 'None');
	const ofAll = `of ${countOf(values.length, 'value')}`;
	return element(
		'p',
		{ class: 'code-table' },
		element('span', {}, 'Table of codes:'),
		...offered.map(({ name, covers }, position) =>
			element(
				'button',
				{ class: 'chip-button', ...does('takeTable', `t-${at}-table-${position}`, { t: at, c: position }) },
				element('b', {}, name),
				` ${formatNumber(covers)} ${ofAll}`,
			),
		),
		element(
			'button',
			{
				class: 'pick',
				...does('codeTable', `t-${at}-table`, { t: at }),
				'aria-haspopup': 'dialog',
				'aria-label': `Table of codes for ${target.element}: ${label}`,
			},
			label,
		),
		covered === undefined
			? undefined
			: element('span', { class: 'quiet' }, `It has codes for ${formatNumber(covered)} ${ofAll}.`),
	);
}
