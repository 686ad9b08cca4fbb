import type { ReadinessState } from '../../../../server/src/protocol';
import { countOf, formatNumber, plural, shown } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import type { ImportResult } from '../messages';
import { button, does } from './parts';

const marks: Readonly<Record<ReadinessState, string>> = { ready: '✓', review: '!', errors: '✕' };

/** Columns that are named; the others are counted. */
const MAX_NAMED = 12;

/** What the import has made: the files, whether they are ready, and what was not done. */
export function resultCard({
	files,
	readiness,
	problems,
	open,
	notTaken,
	leftOut,
	missing,
	mappingPlace,
}: ImportResult): HTMLElement {
	return element(
		'section',
		{ class: `result ${readiness?.state ?? 'checking'}`, id: 'result', 'aria-labelledby': 'result-title' },
		element(
			'h2',
			{ id: 'result-title', tabindex: '-1' },
			files.length > 0 ? `${countOf(files.length, 'file')} written` : 'No file written',
		),
		element(
			'ul',
			{ class: 'result-files' },
			...files.map(({ fileName, place, rows }, at) =>
				element(
					'li',
					{},
					element('b', {}, fileName),
					element('span', {}, countOf(rows, 'row')),
					element('span', { class: 'quiet' }, place),
					button('small', `Open ${fileName}`, does('openFile', `open-${at}`, { file: fileName })),
				),
			),
		),
		element(
			'p',
			{ class: 'verdict', role: 'status' },
			readiness
				? element('span', { class: 'verdict-mark', 'aria-hidden': 'true' }, marks[readiness.state])
				: undefined,
			element('b', {}, readiness?.summary ?? 'The new files are being checked…'),
			readiness && readiness.state !== 'ready'
				? button('small', 'Show Problems', does('showProblems', 'show-problems'))
				: undefined,
		),
		readiness && readiness.reasons.length > 0
			? element(
					'ul',
					{ class: 'plain' },
					...readiness.reasons.map(({ message }) => element('li', {}, message)),
				)
			: undefined,
		problemPart(problems),
		openPart(open),
		missing === 0
			? undefined
			: element(
					'p',
					{ class: 'missing' },
					`${countOf(missing, 'student')} of the students.csv before ${plural(missing, 'is', 'are')} not in the new one. Undo in its editor restores them.`,
				),
		leftOut.length === 0
			? undefined
			: element(
					'p',
					{},
					`Left out: ${leftOut.map(({ what, rows }) => `${countOf(rows, 'row')} (${what})`).join(', ')}.`,
				),
		notTakenPart(notTaken),
		element(
			'p',
			{ class: 'quiet' },
			mappingPlace === undefined
				? 'Your choices were not saved.'
				: `Your choices are saved in ${mappingPlace}. Next time they are used again.`,
		),
	);
}

function problemPart({ count, first }: ImportResult['problems']): HTMLElement | undefined {
	if (count === 0) return undefined;
	const more = count - first.length;
	return element(
		'div',
		{ class: 'result-problems' },
		element('h3', {}, `${countOf(count, 'problem')} in the export`),
		element(
			'ul',
			{ class: 'plain', tabindex: '0', 'aria-label': 'Problems in the export', id: 'result-problems' },
			...first.map(({ row, message }) =>
				element(
					'li',
					{},
					element('b', {}, row === null ? 'File' : `Row ${formatNumber(row)}`),
					` ${message}`,
				),
			),
		),
		more > 0
			? element(
					'p',
					{ class: 'quiet' },
					`${countOf(more, 'more problem')} ${plural(more, 'is', 'are')} not listed.`,
				)
			: undefined,
	);
}

function openPart(open: ImportResult['open']): HTMLElement | undefined {
	const values = open.filter(({ value }) => value !== null);
	const rows = values.reduce((sum, each) => sum + each.rows, 0);
	if (values.length === 0) return undefined;
	return element(
		'p',
		{},
		`${countOf(values.length, 'value')} in ${countOf(rows, 'row')} ${plural(values.length, 'was', 'were')} left unchanged.`,
	);
}

function notTakenPart(names: readonly string[]): HTMLElement | undefined {
	if (names.length === 0) return undefined;
	const more = names.length - MAX_NAMED;
	const named = names
		.slice(0, MAX_NAMED)
		.map((name) => shown(name, 40))
		.join(', ');
	return element(
		'p',
		{ class: 'quiet' },
		`${countOf(names.length, 'column')} not used: ${named}${more > 0 ? ` and ${formatNumber(more)} more` : ''}.`,
	);
}
