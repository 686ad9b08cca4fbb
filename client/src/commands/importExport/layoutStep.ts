import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import {
	type Delimiter,
	delimiters,
	type Encoding,
	type ExportFormat,
	encodings,
	type Inspection,
} from '../../../../server/src/protocol';
import { countOf } from '../../../../server/src/wording';
import type { LanguageServer } from '../../server/languageServer';
import { withProgress } from '../../ui/withProgress';
import { rowLine } from './labels';

/** What a person wants of the first page. */
interface Item extends QuickPickItem {
	/** Without one: it only shows something. */
	readonly run?: () => Promise<ExportFormat | 'right' | undefined> | ExportFormat | 'right';
}

/** How an export was read, once a person has agreed. */
export interface ConfirmedLayout {
	/** Only what was corrected. */
	readonly layout: ExportFormat;
	readonly inspection: Inspection;
}

/** Shows encoding, separator and the first rows, until they are right; undefined where the person gave up. */
export async function confirmLayout(
	server: LanguageServer,
	name: string,
	bytes: string,
): Promise<ConfirmedLayout | undefined> {
	let layout: ExportFormat = {};
	for (;;) {
		const wanted = layout;
		const inspection = await withProgress(`Reading ${name}`, (waiting) =>
			server.inspectExport({ bytes, layout: wanted }, waiting),
		);
		if (!inspection) return undefined;
		if ('problem' in inspection) throw new Error(`${name} cannot be imported. ${inspection.problem}`);
		const picked = await window.showQuickPick(itemsFor(inspection), {
			title: `Import ${name} (1 of 4): how it is written`,
			placeHolder: 'Do the letters and the columns look right? Press Enter.',
			ignoreFocusOut: true,
		});
		if (!picked) return undefined;
		const answer = await picked.run?.();
		if (answer === 'right') {
			// A header that was found is found again, but for a file without one the mapping must say so.
			return { layout: inspection.header ? layout : { ...layout, header: false }, inspection };
		}
		layout = { ...layout, ...answer };
	}
}

function itemsFor({ encoding, delimiter, header, rows, columns, firstRows }: Inspection): Item[] {
	const separator = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator });
	return [
		{
			label: '$(check) It looks right',
			description: `${encodings[encoding]}, values separated by ${delimiters[delimiter]}, ${countOf(rows, 'row')}, ${countOf(columns.length, 'column')}`,
			run: () => 'right',
		},
		separator(header ? 'columns and first rows' : 'columns without names, and first rows'),
		{ label: `$(list-flat) ${rowLine(columns.map((column) => column.name))}` },
		...firstRows.map((row) => ({ label: `$(dash) ${rowLine(row)}` })),
		separator('if it does not'),
		{
			label: '$(case-sensitive) Other letters…',
			description: `now ${encodings[encoding]}`,
			run: askEncoding,
		},
		{
			label: '$(split-horizontal) Another separator…',
			description: `now ${delimiters[delimiter]}`,
			run: askDelimiter,
		},
		{
			label: header
				? '$(table) The first row is a student, not the names of the columns'
				: '$(table) The first row names the columns',
			run: () => ({ header: !header }),
		},
	];
}

async function askEncoding(): Promise<ExportFormat | undefined> {
	const items = (Object.keys(encodings) as Encoding[]).map((encoding) => ({
		label: encodings[encoding],
		encoding,
	}));
	const picked = await window.showQuickPick(items, {
		placeHolder: 'How are its letters encoded?',
		ignoreFocusOut: true,
	});
	return picked && { encoding: picked.encoding };
}

async function askDelimiter(): Promise<ExportFormat | undefined> {
	const items = (Object.keys(delimiters) as Delimiter[]).map((delimiter) => ({
		label: delimiters[delimiter],
		delimiter,
	}));
	const picked = await window.showQuickPick(items, {
		placeHolder: 'What stands between two values?',
		ignoreFocusOut: true,
	});
	return picked && { delimiter: picked.delimiter };
}
