import { headerLineBreak } from '../bulk/newRows';
import type { Checker } from '../check/live/checker';
import type { OffsetEdit } from '../csv/edits/edit';
import { fieldText, rowText } from '../csv/quote';
import { FAULTY, Fields, recordReader } from '../csv/scan';
import { formatNumber } from '../wording';
import type { Refusal } from '../work/refusal';
import { type Steps, stepsIn } from '../work/steps';
import { type ClipboardBlock, readBlock } from './clipboardBlock';
import { GridRecord } from './gridRecord';
import { growthProblem } from './growth';
import { openQuoteProblem } from './openQuotes';
import { pasteBlock } from './pasteBlock';
import type { ViewRows } from './viewRows';
import { writeCells } from './writeCells';

/** What a block from the clipboard becomes in the text. */
export interface PastedText {
	/** Ascending and apart; those of cells that have the value already are missing. */
	readonly edits: readonly OffsetEdit[];
	/** Whether rows are added, or selected ones replaced; else the values of cells are. */
	readonly addsRows: boolean;
	/** Rows that cannot be read and stay as they are. */
	readonly unreadable: number;
}

/** What is selected in the text: UTF-16 offsets, the same for a cursor. */
interface Span {
	readonly start: number;
	readonly end: number;
}

/**
 * Makes a block of cells, as spreadsheets copy it, part of the text: as rows of CSV on a blank line, at the end of the
 * file and instead of selected rows, and a block of whole rows also where the cursor is before a row; else into the
 * cells from the one at the cursor on, as the table does. Undefined for any other text, which is pasted as it is: one
 * line without a tab, lines that are rows of CSV or parts of them, and what is no text.
 */
export function* textPaste(
	checker: Checker,
	text: string,
	selected: Span,
): Steps<PastedText | Refusal | undefined> {
	const { length } = checker.layout.columns;
	const hasTabs = text.includes('\t');
	// A cell has no NUL: with one in it, VS Code would not open the file as text again.
	if (text.includes('\0')) return undefined;
	if (!hasTabs && (!/[\r\n]/.test(text) || !(yield* isColumn(text)))) return undefined;
	const block = yield* stepsIn([0.1, 0.3], readBlock(text));
	// Spreadsheets copy rectangles: a value of CSV may have a tab.
	if (hasTabs && !isRectangle(block) && (yield* stepsIn([0.3, 1], isCsv(text, length)))) return undefined;
	if ('problem' in block) return block;
	const place = rowsPlace(checker, block, selected);
	// Lines without a tab may be parts of rows.
	if (place && !hasTabs && length > 1) return undefined;
	if (place) return yield* stepsIn([0.3, 1], asRows(checker, block, place));
	return checker.columnsProblem ? undefined : yield* stepsIn([0.3, 1], intoCells(checker, block, selected));
}

function isRectangle(block: ClipboardBlock | Refusal): boolean {
	return 'rows' in block && block.rows.every((row) => row.length === block.width);
}

/** Whether at least half of the lines have as many fields as the header; a few may be faulty. */
function* isCsv(text: string, columns: number): Steps<boolean> {
	if (columns < 2) return false;
	const fields = new Fields();
	let rows = 0;
	let whole = 0;
	for (let at = 0; at < text.length; ) {
		at = recordReader.read(text, at, fields);
		rows++;
		if (fields.count === columns) whole++;
		if (rows % STEP === 0) yield (at / text.length) * 0.1;
	}
	return whole * 2 >= rows;
}

/**
 * Whether each line of a text, or each quoted field of several lines, is one sound field of CSV. Other lines are rows,
 * or parts of rows.
 */
function* isColumn(text: string): Steps<boolean> {
	const fields = new Fields();
	let rows = 0;
	for (let at = 0; at < text.length; ) {
		at = recordReader.read(text, at, fields);
		if (fields.count > 1 || fields.allFlags & FAULTY) return false;
		if (++rows % STEP === 0) yield (at / text.length) * 0.1;
	}
	return true;
}

/** Rows between two yields. */
const STEP = 256;

/** Where rows go: what they replace, and the line breaks around them. */
interface RowsPlace extends Span {
	/** The record that the rows stand at, 0-based. */
	readonly record: number;
	/** Whether the text goes on in the same line, so that the last row needs a line break. */
	readonly endsInBreak: boolean;
}

/** Where a block becomes rows; undefined where it goes into cells. */
function rowsPlace(
	{ document, layout }: Checker,
	block: ClipboardBlock,
	{ start, end }: Span,
): RowsPlace | undefined {
	if (start === document.length) {
		const isNewLine = start === 0 || /[\r\n]/.test(document.slice(start - 1, start));
		return isNewLine ? { start, end, record: document.recordCount, endsInBreak: true } : undefined;
	}
	const record = document.recordAt(start);
	const { start: rowStart, end: rowEnd } = document.recordSpan(record);
	if (start !== rowStart) return undefined;
	const contentEnd = document.fieldsOf(record).at(-1)?.end ?? rowEnd;
	if (start < end) {
		const last = document.recordAt(end - 1);
		const span = document.recordSpan(last);
		const isWhole = end === span.end || end === document.fieldsOf(last).at(-1)?.end;
		const isOneField = last === record && layout.columns.length < 2 && end === contentEnd;
		const endsInBreak = /[\r\n]/.test(document.slice(end - 1, end));
		return isWhole && !isOneField ? { start, end, record, endsInBreak } : undefined;
	}
	if (contentEnd === rowStart) return { start, end, record, endsInBreak: false };
	const isWholeRow = block.width === layout.columns.length && block.width > 1;
	return isWholeRow && record > 0 ? { start, end, record, endsInBreak: true } : undefined;
}

/** Writes a block as rows, each with as many fields as the block has columns. */
function* asRows(
	checker: Checker,
	{ rows, width }: ClipboardBlock,
	{ start, end, record, endsInBreak }: RowsPlace,
): Steps<PastedText | Refusal> {
	const { document } = checker;
	const lineBreak = headerLineBreak(document) ?? '\n';
	const isOneColumn = width === 1;
	const lines = rows.map((row) =>
		// An empty line would be no row.
		isOneColumn && !row[0]
			? fieldText('', true)
			: rowText(Array.from({ length: width }, (_, at) => row[at] ?? '')),
	);
	yield 0.3;
	const text = lines.join(lineBreak) + (endsInBreak ? lineBreak : '');
	const grows = growthProblem(checker, text.length - (end - start));
	if (grows) return { problem: grows };
	if (!(yield* isRows(text, rows.length))) {
		return {
			problem: `A cell has more than ${recordReader.maxQuotedLines} lines, which is too many for one value.`,
		};
	}
	const edits = [{ start, end, text }];
	const open = yield* stepsIn([0.8, 1], openQuoteProblem(checker, [record], edits));
	return open ?? { edits, addsRows: true, unreadable: 0 };
}

/** Whether a text is read as so many rows. */
function* isRows(text: string, count: number): Steps<boolean> {
	const fields = new Fields();
	let rows = 0;
	for (let at = 0; at < text.length; rows++) {
		at = recordReader.read(text, at, fields);
		if (rows % STEP === 0) yield 0.3 + (at / text.length) * 0.5;
	}
	return rows === count;
}

/** Writes a block into the cells from the one at the start of the selection on. */
function* intoCells(
	checker: Checker,
	block: ClipboardBlock,
	{ start }: Span,
): Steps<PastedText | Refusal | undefined> {
	const { document, layout } = checker;
	const record = document.recordAt(start);
	const row = new GridRecord(checker);
	if (!row.read(record)) return undefined;
	if (!row.isReadable) {
		return { problem: `Row ${formatNumber(record + 1)} cannot be read as columns. Fix it first.` };
	}
	while (document.recordCount < record + block.rows.length && document.readMore()) yield 0;
	const column = document.fieldsOf(record).findIndex(({ end }) => start <= end);
	const columns = layout.columns.map(({ index }) => index).slice(column);
	const values = yield* stepsIn(
		[0, 0.5],
		pasteBlock(checker, linesOf(checker), block, { text: '', row: record, columns, selected: [] }),
	);
	if ('problem' in values) return values;
	const written = yield* stepsIn([0.5, 1], writeCells(checker, values));
	return 'problem' in written
		? written
		: { edits: written.edits, addsRows: false, unreadable: written.unreadable };
}

/** The rows as the text has them: the header is the first. */
function linesOf({ document }: Checker): ViewRows {
	return {
		length: document.recordCount,
		recordAt: (row) => row,
		rowOf: (record) => record,
		isWholeFile: false,
		order: 0,
	};
}
