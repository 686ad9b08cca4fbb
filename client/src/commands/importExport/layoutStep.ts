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

/** An action of the first step, or a line that only shows something. */
interface Item extends QuickPickItem {
	/** Undefined for a line that only shows something. */
	readonly run?: () => Promise<ExportFormat | 'right' | undefined> | ExportFormat | 'right';
}

/** How an export is read, as the person has confirmed it. */
export interface ConfirmedLayout {
	/** Only what the person has corrected. */
	readonly layout: ExportFormat;
	readonly inspection: Inspection;
}

/** Shows encoding, separator and first rows until the person confirms them; undefined if they cancel. */
export async function confirmLayout(
	server: LanguageServer,
	name: string,
	bytes: string,
): Promise<ConfirmedLayout | undefined> {
	let layout: ExportFormat = {};
	for (;;) {
		const format = layout;
		const inspection = await withProgress(`Reading ${name}`, (listener) =>
			server.inspectExport({ bytes, layout: format }, listener),
		);
		if (!inspection) return undefined;
		if ('problem' in inspection) throw new Error(`${name} cannot be imported. ${inspection.problem}`);
		const picked = await window.showQuickPick(itemsFor(inspection), {
			title: `Import ${name} (1 of 4): Format`,
			placeHolder: 'Press Enter if the letters and the columns look right.',
			ignoreFocusOut: true,
		});
		if (!picked) return undefined;
		const answer = await picked.run?.();
		if (answer === 'right') {
			// An import detects a header again, but only the mapping can say that there is none.
			return { layout: inspection.header ? layout : { ...layout, header: false }, inspection };
		}
		layout = { ...layout, ...answer };
	}
}

function itemsFor({ encoding, delimiter, header, rows, columns, firstRows }: Inspection): Item[] {
	const separator = (label: string): Item => ({ label, kind: QuickPickItemKind.Separator });
	return [
		{
			label: '$(check) It Looks Right',
			description: `${encodings[encoding]}, values separated by ${delimiters[delimiter]}, ${countOf(rows, 'row')}, ${countOf(columns.length, 'column')}`,
			run: () => 'right',
		},
		separator(header ? 'columns and first rows' : 'columns without names, and first rows'),
		{ label: `$(list-flat) ${rowLine(columns.map((column) => column.name))}` },
		...firstRows.map((row) => ({ label: `$(dash) ${rowLine(row)}` })),
		separator('if it looks wrong'),
		{
			label: '$(case-sensitive) Change the Encoding…',
			description: `current: ${encodings[encoding]}`,
			run: askEncoding,
		},
		{
			label: '$(split-horizontal) Change the Separator…',
			description: `current: ${delimiters[delimiter]}`,
			run: askDelimiter,
		},
		{
			label: header
				? '$(table) The First Row Is a Student, Not the Column Names'
				: '$(table) The First Row Has the Column Names',
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
		placeHolder: 'Choose the encoding',
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
		placeHolder: 'Choose the separator between two values',
		ignoreFocusOut: true,
	});
	return picked && { delimiter: picked.delimiter };
}
