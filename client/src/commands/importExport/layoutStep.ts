import {
	type Delimiter,
	delimiters,
	type Encoding,
	type ExportFormat,
	encodings,
	type Inspection,
} from '../../../../server/src/protocol';
import { iconText, labelText } from '../../../../server/src/safeText';
import { countOf } from '../../../../server/src/wording';
import type { LanguageServer } from '../../server/languageServer';
import { type PickItem, pickOne, separator } from '../../ui/quickPick';
import { withProgress } from '../../ui/withProgress';
import { rowLine } from './labels';

/** An action of the first step, or a line that only shows something. */
interface Item extends PickItem {
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
		const picked = await pickOne(itemsFor(inspection), {
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
	return [
		{
			label: iconText`$(check) It Looks Right`,
			description: labelText(
				`${encodings[encoding]}, values separated by ${delimiters[delimiter]}, ${countOf(rows, 'row')}, ${countOf(columns.length, 'column')}`,
			),
			run: () => 'right',
		},
		separator(header ? 'columns and first rows' : 'columns without names, and first rows'),
		{ label: iconText`$(list-flat) ${rowLine(columns.map((column) => column.name))}` },
		...firstRows.map((row) => ({ label: iconText`$(dash) ${rowLine(row)}` })),
		separator('if it looks wrong'),
		{
			label: iconText`$(case-sensitive) Change the Encoding…`,
			description: labelText(`current: ${encodings[encoding]}`),
			run: askEncoding,
		},
		{
			label: iconText`$(split-horizontal) Change the Separator…`,
			description: labelText(`current: ${delimiters[delimiter]}`),
			run: askDelimiter,
		},
		{
			label: header
				? iconText`$(table) The First Row Is a Student, Not the Column Names`
				: iconText`$(table) The First Row Has the Column Names`,
			run: () => ({ header: !header }),
		},
	];
}

async function askEncoding(): Promise<ExportFormat | undefined> {
	const items = (Object.keys(encodings) as Encoding[]).map((encoding) => ({
		label: labelText(encodings[encoding]),
		encoding,
	}));
	const picked = await pickOne(items, {
		placeHolder: 'Choose the encoding',
		ignoreFocusOut: true,
	});
	return picked && { encoding: picked.encoding };
}

async function askDelimiter(): Promise<ExportFormat | undefined> {
	const items = (Object.keys(delimiters) as Delimiter[]).map((delimiter) => ({
		label: labelText(delimiters[delimiter]),
		delimiter,
	}));
	const picked = await pickOne(items, {
		placeHolder: 'Choose the separator between two values',
		ignoreFocusOut: true,
	});
	return picked && { delimiter: picked.delimiter };
}
