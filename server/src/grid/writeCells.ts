import { ReadRow, type TableFile } from '../bulk/rowReader';
import { textAfter } from '../check/fixes/recordEdits';
import type { Block } from '../csv/block';
import type { OffsetEdit } from '../csv/edits/edit';
import { valueIn } from '../csv/quote';
import { FAULTY, Fields, QUOTED } from '../csv/scan';
import type { Refusal } from '../work/refusal';
import { type Steps, stepsIn } from '../work/steps';
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

/** Moves a row to a record of the file that is read. */
export function readRecord({ document }: TableFile, row: ReadRow, record: number): ReadRow {
	const at = document.blockOfRecord(record);
	const inBlock = record - document.firstRecordOf(at);
	row.read(record, document.blocks[at] as Block, inBlock, document.firstOffsetOf(at));
	return row;
}

/**
 * Makes the edits that write values into cells. Touches the cells whose value changes and nothing else, and reads no
 * rows but theirs. Rows that cannot be read are left as they are. Where a row is given twice, the later values count.
 */
export function* writeCells(file: TableFile, rows: readonly RowValues[]): Steps<WrittenCells | Refusal> {
	const edits: OffsetEdit[] = [];
	/** Records in which an edit has quotes or line breaks. */
	const quoted: number[] = [];
	const row = new ReadRow(file);
	const order = new ColumnOrder();
	let unreadable = 0;
	let growth = 0;
	const sorted = inFileOrder(rows);
	for (let at = 0, step = 0; at < sorted.length; step++) {
		let end = at + 1;
		while (sorted[end]?.record === sorted[at]?.record) end++;
		const { record, columns, values } = merged(sorted.slice(at, end));
		if (!readRecord(file, row, record).isReadable) unreadable++;
		else {
			const ofRow: OffsetEdit[] = [];
			for (const position of order.of(columns)) {
				const column = columns[position] as number;
				const value = values[position] as string;
				if (row.at(column) !== value) ofRow.push(cellEdit(file, row, column, value));
			}
			for (const edit of ofRow) growth += edit.text.length - (edit.end - edit.start);
			const problem = growthProblem(file, growth);
			if (problem) return { problem };
			if (
				ofRow.some((edit) => QUOTE_OR_BREAK.test(edit.text)) ||
				(ofRow.length > 0 && row.fields.allFlags & QUOTED)
			) {
				if (!readsAs(file, row, ofRow, { record, columns, values })) return tooManyLines(file, record);
				quoted.push(record);
			}
			edits.push(...ofRow);
		}
		at = end;
		if (step % STEP === 0) yield (at / sorted.length) * 0.9;
	}
	const problem = yield* stepsIn([0.9, 1], openQuoteProblem(file, quoted, edits));
	return problem ?? { edits, changed: edits.length, unreadable };
}

/** In a file of one column, an empty row without quotes would be a blank line, which no program reads as a row. */
function cellEdit({ layout }: TableFile, row: ReadRow, column: number, value: string): OffsetEdit {
	const edit = row.set(column, value);
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

/** Reads a row again after edits, and tells whether it has the values that were meant and is still one row. */
function readsAs(
	{ document }: TableFile,
	row: ReadRow,
	edits: readonly OffsetEdit[],
	{ columns, values }: RowValues,
): boolean {
	const { start, next, fields } = row;
	const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
	const text = textAfter(document.slice(start, next), moved);
	const after = new Fields();
	const isWhole = document.reader.read(text, 0, after) === text.length;
	if (!isWhole || after.count !== fields.count || after.allFlags & FAULTY) return false;
	const meant = new Map(columns.map((column, at) => [column, values[at] as string]));
	return [...meant].every(([column, value]) => valueIn(text, after, column) === value);
}

/** The one value that cannot be written so that it is read again. */
function tooManyLines({ document }: TableFile, record: number): Refusal {
	const { maxQuotedLines } = document.reader;
	return {
		problem: `Row ${record + 1} would get a value of more than ${maxQuotedLines} lines, which is too many for one value. Shorten it first.`,
	};
}
