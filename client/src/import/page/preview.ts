import type { FilePreview, PreviewFinding } from '../../../../server/src/protocol';
import { countOf, shown } from '../../../../server/src/wording';
import { element } from '../../page/dom';
import { severityClasses, severitySign } from '../../page/severitySign';
import type { PageModel } from './model';
import { does } from './parts';

/** Problems that are listed beside the rows. */
const MAX_LISTED = 50;

/** The first rows of the new files, one file at a time, with what the check says about them in colors and in words. */
export function previewPart({ view, page }: PageModel): readonly HTMLElement[] {
	const file = view.preview.find(({ fileName }) => fileName === page.preview) ?? view.preview[0];
	const tabs = view.preview.map(({ fileName, header }) =>
		element(
			'button',
			{
				class: 'segment',
				...does('preview', `preview-${fileName}`, { file: fileName }),
				'aria-pressed': String(fileName === file?.fileName),
			},
			`${fileName}`,
			element('span', { class: 'quiet' }, ` ${countOf(header.length, 'column')}`),
		),
	);
	const head = element(
		'div',
		{ class: 'preview-head' },
		element('button', {
			class: 'fold',
			...does('foldPreview', 'fold-preview'),
			'aria-expanded': String(!page.isPreviewFolded),
			'aria-label': 'Preview of the new files',
		}),
		element('h2', {}, 'Preview'),
		element('div', { class: 'segments', role: 'group', 'aria-label': 'New files' }, ...tabs),
	);
	if (page.isPreviewFolded) return [head];
	if (!file) {
		const none = 'Nothing to show yet: choose the column with the Student_id.';
		return [head, element('p', { class: 'quiet' }, none)];
	}
	return [head, element('div', { class: 'preview-body' }, previewTable(file), problemList(file))];
}

function previewTable({ fileName, header, rows, findings }: FilePreview): HTMLElement {
	const ofColumn = (all: readonly PreviewFinding[], column: number): PreviewFinding | undefined =>
		worst(all.filter((finding) => finding.column === column));
	return element(
		'div',
		{
			class: 'preview-table',
			role: 'region',
			'aria-label': `First rows of ${fileName}`,
			tabindex: '0',
			id: 'preview-table',
		},
		element(
			'table',
			{},
			element('caption', { class: 'unseen' }, `First rows of ${fileName}`),
			element(
				'thead',
				{},
				element(
					'tr',
					{},
					element('th', { scope: 'col' }, 'Row'),
					...header.map((name, column) => previewCell('th', name, ofColumn(findings, column))),
				),
			),
			element(
				'tbody',
				{},
				...rows.map(({ values, findings: found }, at) =>
					element(
						'tr',
						{},
						element('th', { scope: 'row' }, String(at + 2)),
						...values.map((value, column) => previewCell('td', value, ofColumn(found, column))),
					),
				),
			),
		),
	);
}

function previewCell(tag: 'th' | 'td', value: string, finding: PreviewFinding | undefined): HTMLElement {
	const text = shown(value, 40);
	const scope = tag === 'th' ? 'col' : undefined;
	if (!finding) return element(tag, { scope }, text);
	return element(
		tag,
		{ class: `found ${finding.severity}`, scope, title: finding.message },
		severitySign(finding.severity),
		element('span', {}, text),
	);
}

function worst(findings: readonly PreviewFinding[]): PreviewFinding | undefined {
	return findings.toSorted(
		(a, b) => severityClasses.indexOf(a.severity) - severityClasses.indexOf(b.severity),
	)[0];
}

/** The same problems in words: those of the file first, then row by row. */
function problemList({ findings, rows, fileName }: FilePreview): HTMLElement {
	const all = [
		...findings.map((finding) => ({ place: finding.column === null ? 'File' : 'Header', finding })),
		...rows.flatMap(({ findings: found }, at) =>
			found.map((finding) => ({ place: `Row ${at + 2}`, finding })),
		),
	];
	const more = all.length - MAX_LISTED;
	return element(
		'div',
		{
			class: 'preview-problems',
			role: 'region',
			'aria-label': `Problems in the first rows of ${fileName}`,
			tabindex: '0',
			id: 'preview-problems',
		},
		all.length === 0
			? element('p', { class: 'quiet' }, 'The check finds nothing in these rows.')
			: element(
					'ul',
					{},
					...all
						.slice(0, MAX_LISTED)
						.map(({ place, finding }) =>
							element(
								'li',
								{},
								severitySign(finding.severity),
								element('span', {}, element('b', {}, place), ` ${finding.message}`),
							),
						),
				),
		more > 0 ? element('p', { class: 'quiet' }, `${countOf(more, 'more problem')}.`) : undefined,
	);
}
