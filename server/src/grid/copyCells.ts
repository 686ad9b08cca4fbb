import type { Checker } from '../check/live/checker';
import { formatNumber } from '../wording';
import type { Refusal } from '../work/refusal';
import type { Steps } from '../work/steps';
import { blockCell, MAX_BLOCK_CELLS, MAX_BLOCK_LENGTH } from './clipboardBlock';
import { GridRecord, secretColumns } from './gridRecord';
import type { GridRange } from './gridTypes';
import { selectionProblem } from './selection';
import type { ViewRows } from './viewRows';

const LINE_BREAK = '\r\n';

/** Rows between two yields. */
const STEP = 64;

/**
 * The cells of ranges as a block that spreadsheets and this table paste as the same cells. Of a row that cannot be read
 * the cells are empty: which value is in which column is not known, and without the row all rows below it would be
 * pasted one row too high. Passwords are left empty too.
 */
export function* copyCells(
	checker: Checker,
	rows: ViewRows,
	ranges: readonly GridRange[],
): Steps<{ readonly text: string; readonly cells: number } | Refusal> {
	const problem = selectionProblem(checker, rows, ranges);
	if (problem) return { problem };
	const block = oneBlock(ranges);
	if (!block)
		return { problem: 'Blocks with different rows and columns cannot be copied together. Select one.' };
	const { columns } = block;
	const cells = block.rows.length * columns.length;
	if (cells > MAX_BLOCK_CELLS) {
		const most = formatNumber(MAX_BLOCK_CELLS);
		return {
			problem: `The selection has ${formatNumber(cells)} cells, and at most ${most} can be copied. Select fewer.`,
		};
	}
	const secrets = secretColumns(checker);
	const row = new GridRecord(checker);
	const lines: string[] = [];
	let length = 0;
	for (const shown of block.rows) {
		row.read(rows.recordAt(shown));
		const { isReadable } = row;
		const values = columns.map((column) =>
			isReadable && !secrets.has(column) ? blockCell(row.at(column)) : '',
		);
		const line = values.join('\t');
		lines.push(line);
		length += line.length + LINE_BREAK.length;
		if (length > MAX_BLOCK_LENGTH) {
			return { problem: 'The selection has more than 50 MB of text. Select fewer cells.' };
		}
		if (lines.length % STEP === 0) yield lines.length / block.rows.length;
	}
	// Without a line break, an empty last row of one column would be no row.
	const end = lines.at(-1) === '' ? LINE_BREAK : '';
	return { text: lines.join(LINE_BREAK) + end, cells };
}

/** The rows, of the view, and the columns of ranges that have either the same columns or the same rows. */
function oneBlock(
	ranges: readonly GridRange[],
): { readonly rows: readonly number[]; readonly columns: readonly number[] } | undefined {
	const [first] = ranges as [GridRange];
	if (ranges.every(({ columns }) => areEqual(columns, first.columns))) {
		const rows = new Set(ranges.flatMap(rowsOf));
		return { rows: [...rows].sort((a, b) => a - b), columns: first.columns };
	}
	if (ranges.every((range) => range.first === first.first && range.last === first.last)) {
		return { rows: rowsOf(first), columns: [...new Set(ranges.flatMap(({ columns }) => columns))] };
	}
	return undefined;
}

function rowsOf({ first, last }: GridRange): readonly number[] {
	return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

function areEqual(some: readonly number[], others: readonly number[]): boolean {
	return some.length === others.length && some.every((one, at) => one === others[at]);
}
