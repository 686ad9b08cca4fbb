/** How the export is read and which system it comes from, to pick from. */

import {
	type Delimiter,
	delimiters,
	type Encoding,
	encodings,
	type ImportView,
} from '../../../../server/src/protocol';
import { shown } from '../../../../server/src/wording';
import type { ImportDecision } from '../messages';
import type { PickLine } from './picker';

/** What is picked of a format, by action, for people. */
export const formatTitles = {
	system: 'System of the export',
	encoding: 'Encoding',
	delimiter: 'Values are separated by',
	headerRow: 'Row with the names of the columns',
	sheet: 'Sheet',
} as const;

/** Rows that can be picked as the header. */
const MAX_HEADER_ROW = 30;

/** What can be corrected about how the export is read. */
export type FormatAction = keyof typeof formatTitles;

/** What is known of the format and the system; nothing of an export that cannot be read. */
export interface FormatShown {
	readonly plan: Pick<ImportView['plan'], 'system' | 'systems'>;
	readonly format: Pick<
		ImportView['format'],
		'encoding' | 'delimiter' | 'header' | 'headerRow' | 'sheet' | 'sheets'
	>;
}

/** The choices of how the export is read, and of the system that it comes from. */
export function formatLines(
	{ plan, format }: FormatShown,
	decide: (change: ImportDecision, label: string) => void,
	action: FormatAction,
): readonly PickLine[] {
	const change = (next: ImportDecision, label: string) => (): void => decide(next, label);
	switch (action) {
		case 'system':
			return [
				{
					label: 'Not One of These',
					isOther: true,
					isChosen: plan.system === null,
					run: change({ kind: 'system', system: null }, 'No system'),
				},
				...plan.systems.map((system) => ({
					label: system,
					isChosen: system === plan.system,
					run: change({ kind: 'system', system }, `System ${system}`),
				})),
			];
		case 'encoding':
			return Object.entries(encodings).map(([encoding, name]) => ({
				label: name,
				isChosen: encoding === format.encoding,
				run: change({ kind: 'format', format: { encoding: encoding as Encoding } }, `Encoding ${name}`),
			}));
		case 'delimiter':
			return Object.entries(delimiters).map(([delimiter, name]) => ({
				label: name,
				isChosen: delimiter === format.delimiter,
				run: change(
					{ kind: 'format', format: { delimiter: delimiter as Delimiter } },
					`Separated by ${name}`,
				),
			}));
		case 'headerRow':
			return [
				...Array.from({ length: MAX_HEADER_ROW }, (_, at) => ({
					label: `Row ${at + 1}`,
					isChosen: format.header && (format.headerRow ?? 1) === at + 1,
					run: change(
						{ kind: 'format', format: { header: true, headerRow: at + 1 } },
						`Names in row ${at + 1}`,
					),
				})),
				{
					label: 'No Row of Names',
					note: 'The columns are called Column 1, Column 2 and so on',
					isOther: true,
					isChosen: !format.header,
					run: change({ kind: 'format', format: { header: false, headerRow: undefined } }, 'No row of names'),
				},
			];
		default:
			return (format.sheets ?? []).map((sheet) => ({
				label: shown(sheet, 80),
				isChosen: sheet === format.sheet,
				run: change({ kind: 'format', format: { sheet } }, `Sheet ${shown(sheet, 40)}`),
			}));
	}
}
