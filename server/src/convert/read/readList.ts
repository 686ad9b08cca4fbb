import { countOf } from '../../wording';
import type { ExportSource } from './exportPart';
import { readExport } from './readExport';

/** A whole export as records, such as a list of another office that a person fills columns from. */
export interface ExportRecords {
	/** The name of each column, all different. */
	readonly names: readonly string[];
	/** `row` is 1-based, as a spreadsheet counts. */
	readonly rows: readonly { readonly row: number; readonly record: readonly string[] }[];
	/** Rows that are not used and are not in `rows`, with the reason in a sentence; the record is empty for no student. */
	readonly unreadable: readonly {
		readonly row: number;
		readonly record: readonly string[];
		readonly why: string;
	}[];
	/** What may be wrong with the whole file, in sentences for people. */
	readonly warnings: readonly string[];
}

/** Reads all of a file, or says in a sentence why not; of a workbook with several sheets, a person chooses one. */
export async function readList(
	source: ExportSource,
	sheet: string | undefined,
	isCanceled: () => boolean,
): Promise<ExportRecords | { readonly problem: string; readonly sheets?: readonly string[] | undefined }> {
	const rows: { readonly row: number; readonly record: readonly string[] }[] = [];
	let hidden = 0;
	let names: readonly string[] = [];
	let warnings: readonly string[] = [];
	const unreadable: { row: number; record: readonly string[]; why: string }[] = [];
	for await (const part of readExport(source, sheet === undefined ? {} : { sheet }, {
		isCanceled,
		onProgress: () => {},
	})) {
		if (part.kind === 'problem') return part;
		// Whatever concerns the whole list is among the warnings of its head.
		if (part.kind === 'told') continue;
		if (part.kind === 'row' && part.isHidden) hidden++;
		if (part.kind === 'head') ({ names, warnings } = part.head);
		else if (part.kind === 'skipped') unreadable.push({ row: part.row, record: [], why: part.fault });
		else if (part.kind === 'leftOut')
			unreadable.push({ row: part.row, record: [], why: `Left out: ${part.what}` });
		else if (part.fault === undefined) rows.push({ row: part.row, record: part.record });
		else unreadable.push({ row: part.row, record: part.record, why: part.fault });
	}
	if (rows.length === 0) return { problem: 'The list has no row that can be read. Save it again as CSV.' };
	const told = `The sheet hides ${countOf(hidden, 'row')}. Hidden rows are used, too.`;
	return { names, rows, unreadable, warnings: hidden > 0 ? [...warnings, told] : warnings };
}
