/** A block of cells as spreadsheets put it on the clipboard: tabs between cells, a line per row. */

import { valuesIn } from '../csv/quote';
import { Fields, RecordReader } from '../csv/scan';
import { formatNumber } from '../wording';
import type { Refusal } from '../work/refusal';
import type { Steps } from '../work/steps';

/** A block from the clipboard. Its rows may have different lengths. */
export interface ClipboardBlock {
	readonly rows: readonly (readonly string[])[];
	/** The cells of its longest row. */
	readonly width: number;
}

/** The longest block, in UTF-16 units: the largest file that can be edited. */
export const MAX_BLOCK_LENGTH = 50 * 1024 * 1024;

/** The most cells of a block. */
export const MAX_BLOCK_CELLS = 5_000_000;

/** Rows between two yields. */
const STEP = 64;

/**
 * Excel and Google Sheets quote a cell where it has a tab, a line break or a quote at its start, and double the quotes
 * in it. A quote anywhere else is a character, as in `5" pipe`. An Excel cell has at most 32,767 characters.
 */
const blockReader = new RecordReader({ delimiter: '\t', maxQuotedLines: 32_768 });

const NEEDS_QUOTES = /^"|[\t\r\n]/;

/** Reads a block. The line break at its end adds no row. */
export function* readBlock(text: string): Steps<ClipboardBlock | Refusal> {
	if (typeof text !== 'string' || text === '')
		return { problem: 'The clipboard has no text. Copy some cells first.' };
	if (text.length > MAX_BLOCK_LENGTH) {
		return { problem: 'The clipboard has more than 50 MB of text. Copy fewer rows.' };
	}
	const rows: (readonly string[])[] = [];
	const fields = new Fields();
	let width = 0;
	let cells = 0;
	for (let at = 0; at < text.length; ) {
		at = blockReader.read(text, at, fields);
		rows.push(valuesIn(text, fields));
		width = Math.max(width, fields.count);
		cells += fields.count;
		if (cells > MAX_BLOCK_CELLS) {
			return { problem: `The clipboard has more than ${formatNumber(MAX_BLOCK_CELLS)} cells. Copy fewer.` };
		}
		if (rows.length % STEP === 0) yield at / text.length;
	}
	return { rows, width };
}

/** The text of a cell in a block. */
export function blockCell(value: string): string {
	return NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
