import { textAfter } from '../check/fixes/recordEdits';
import type { Checker } from '../check/live/checker';
import type { OffsetEdit } from '../csv/edits/edit';
import { setField } from '../csv/edits/setField';
import { valueIn } from '../csv/quote';
import { FAULTY, Fields, QUOTED } from '../csv/scan';
import { formatNumber } from '../wording';
import type { Refusal } from '../work/refusal';
import { type Steps, stepsIn } from '../work/steps';
import { GridRecord } from './gridRecord';
import { growthProblem } from './growth';
import { openQuoteProblem } from './openQuotes';

/** The values that one row of the file gets. */
export interface RowValues {
	/** 0-based; the header is record 0. */
	readonly record: number;
	/** 0-based, in any order. Rows that get the same columns share one array. */
	readonly columns: readonly number[];
	/** One value per column. */
	readonly values: readonly string[];
}

/** The edits that write values, and how many cells they change. */
export interface WrittenCells {
	readonly edits: readonly OffsetEdit[];
	readonly changed: number;
	/** Rows that cannot be read and stay unchanged. */
	readonly unreadable: number;
}

/** Rows between two yields. */
const STEP = 64;

const QUOTE_OR_BREAK = /["\r\n]/;

/**
 * Makes the edits that write values into cells. Touches the cells whose value changes and nothing else, and reads no
 * rows but theirs. Rows that cannot be read are left as they are. Where a row is given twice, the later values count.
 */
export function* writeCells(checker: Checker, rows: readonly RowValues[]): Steps<WrittenCells | Refusal> {
	const edits: OffsetEdit[] = [];
	/** Records in which an edit has quotes or line breaks. */
	const quoted: number[] = [];
	const row = new GridRecord(checker);
	const order = new ColumnOrder();
	let unreadable = 0;
	let growth = 0;
	const sorted = inFileOrder(rows);
	for (let at = 0, step = 0; at < sorted.length; step++) {
		let end = at + 1;
		while (sorted[end]?.record === sorted[at]?.record) end++;
		const { record, columns, values } = merged(sorted.slice(at, end));
		row.read(record);
		if (!row.isReadable) unreadable++;
		else {
			const ofRow: OffsetEdit[] = [];
			for (const position of order.of(columns)) {
				const column = columns[position] as number;
				const value = values[position] as string;
				if (row.at(column) === value) continue;
				const edit = cellEdit(checker, row, column, value);
				growth += edit.text.length - (edit.end - edit.start);
				// Asked for each cell: one row of a wide table may get more than memory holds.
				const problem = growthProblem(checker, growth);
				if (problem) return { problem };
				ofRow.push(edit);
			}
			if (
				ofRow.some((edit) => QUOTE_OR_BREAK.test(edit.text)) ||
				(ofRow.length > 0 && row.fields.allFlags & QUOTED)
			) {
				if (!readsAs(checker, row, ofRow, { record, columns, values })) return tooManyLines(checker, record);
				quoted.push(record);
			}
			edits.push(...ofRow);
		}
		at = end;
		if (step % STEP === 0) yield (at / sorted.length) * 0.9;
	}
	const problem = yield* stepsIn([0.9, 1], openQuoteProblem(checker, quoted, edits));
	return problem ?? { edits, changed: edits.length, unreadable };
}

/** In a file of one column, an empty row without quotes would be a blank line, which no program reads as a row. */
function cellEdit({ layout }: Checker, row: GridRecord, column: number, value: string): OffsetEdit {
	const flags = row.fields.flags[column] as number;
	const edit = setField({ ...row.span(column), flags }, value);
	return layout.columns.length === 1 && edit.text === '' ? { ...edit, text: EMPTY_ROW_OF_ONE } : edit;
}

/** An empty field that is a whole row. */
export const EMPTY_ROW_OF_ONE = '""';

function inFileOrder(rows: readonly RowValues[]): readonly RowValues[] {
	const isSorted = rows.every(({ record }, at) => at === 0 || (rows[at - 1] as RowValues).record <= record);
	return isSorted ? rows : rows.toSorted((a, b) => a.record - b.record);
}

function merged(ofRecord: readonly RowValues[]): RowValues {
	const [first] = ofRecord as [RowValues];
	if (ofRecord.length === 1) return first;
	const values = new Map<number, string>();
	for (const one of ofRecord) {
		one.columns.forEach((column, at) => {
			values.set(column, one.values[at] as string);
		});
	}
	return { record: first.record, columns: [...values.keys()], values: [...values.values()] };
}

/** Sorts columns by their place in the file; remembers the last answer, since most rows get the same columns. */
class ColumnOrder {
	#columns: readonly number[] = [];
	#positions: readonly number[] = [];

	/** The positions in `columns`, by ascending column; of a column that is there twice, the last. */
	of(columns: readonly number[]): readonly number[] {
		if (columns !== this.#columns) {
			this.#columns = columns;
			const positions = new Map(columns.map((column, position) => [column, position]));
			this.#positions = [...positions].sort(([a], [b]) => a - b).map(([, position]) => position);
		}
		return this.#positions;
	}
}

// Reused from row to row: making them takes longer than reading a row.
const after = new Fields();

/** Reads a row again after edits, and tells whether it has the values that were meant and is still one row. */
function readsAs(
	{ document }: Checker,
	row: GridRecord,
	edits: readonly OffsetEdit[],
	{ columns, values }: RowValues,
): boolean {
	const { fields, record } = row;
	const { start, end } = document.recordSpan(record);
	const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
	const text = textAfter(document.slice(start, end), moved);
	const isWhole = document.reader.read(text, 0, after) === text.length;
	if (!isWhole || after.count !== fields.count || after.allFlags & FAULTY) return false;
	const meant = new Map(columns.map((column, at) => [column, values[at] as string]));
	return [...meant].every(([column, value]) => valueIn(text, after, column) === value);
}

/** The one value that cannot be written so that it is read again. */
function tooManyLines({ document }: Checker, record: number): Refusal {
	const { maxQuotedLines } = document.reader;
	return {
		problem: `Row ${formatNumber(record + 1)} would get a value of more than ${maxQuotedLines} lines, which is too many for one value. Shorten it first.`,
	};
}
