import type { Checker } from '../check/live/checker';
import { countOf, formatNumber, plural } from '../wording';
import type { Refusal } from '../work/refusal';
import type { Steps } from '../work/steps';
import type { ClipboardBlock } from './clipboardBlock';
import { fillCells } from './fillCells';
import { secretColumns } from './gridRecord';
import type { GridPaste, GridRange } from './gridTypes';
import { isCount } from './isCount';
import { areColumns, selectionProblem } from './selection';
import { eachShown } from './shownRows';
import type { ViewRows } from './viewRows';
import type { RowValues } from './writeCells';

/**
 * The values that a block puts into the table from the active cell on. One value fills all selected cells, and a block
 * that fits several times into a selected range is repeated there, as a spreadsheet does.
 */
export function* pasteBlock(
	checker: Checker,
	rows: ViewRows,
	block: ClipboardBlock,
	paste: GridPaste,
): Steps<readonly RowValues[] | Refusal> {
	const problem = placeProblem(checker, rows, paste);
	if (problem) return { problem };
	const { selected } = paste;
	const isOneValue = block.rows.length === 1 && block.width === 1;
	if (isOneValue && selected.length > 0) {
		const [value = ''] = block.rows[0] ?? [];
		return withoutEmptySecrets(checker, yield* fillCells(rows, selected, value));
	}
	const target = repeatedIn(block, selected) ?? {
		first: paste.row,
		last: paste.row + block.rows.length - 1,
		columns: paste.columns.slice(0, block.width),
	};
	if (target.last >= rows.length) return tooManyRows(rows, block, paste.row);
	if (target.columns.length < block.width) {
		return tooManyColumns(checker, block, paste.columns);
	}
	const { columns } = target;
	const ofRow = block.rows.map((row) => columns.map((_, at) => row[at % block.width] ?? ''));
	const values: RowValues[] = [];
	yield* eachShown(rows, target, (record, row) => {
		values.push({ record, columns, values: ofRow[(row - target.first) % ofRow.length] as readonly string[] });
	});
	return withoutEmptySecrets(checker, values);
}

/** Why the active cell and the selection are not in the table, in a sentence for people; undefined if they are. */
export function placeProblem(
	checker: Checker,
	rows: ViewRows,
	{ row, columns, selected }: GridPaste,
): string | undefined {
	if (rows.length === 0) return 'The table shows no rows. Clear the filter, or insert rows first.';
	const isPlace = isCount(row) && row < rows.length && areColumns(checker, columns) && columns.length > 0;
	if (!isPlace || !Array.isArray(selected))
		return 'The active cell is not in the table any more. Select a cell again.';
	return selected.length > 0 ? selectionProblem(checker, rows, selected) : undefined;
}

/**
 * An empty cell of a block leaves a password as it is: a copied block has none, and pasted where it came from it would
 * delete them. Delete empties the cells.
 */
export function withoutEmptySecrets(checker: Checker, rows: readonly RowValues[]): readonly RowValues[] {
	const secrets = secretColumns(checker);
	if (secrets.size === 0) return rows;
	return rows.map(({ record, columns, values }) => {
		const kept = columns.flatMap((column, at) => (values[at] === '' && secrets.has(column) ? [] : [at]));
		return {
			record,
			columns: kept.map((at) => columns[at] as number),
			values: kept.map((at) => values[at] as string),
		};
	});
}

/** The selected range that a block fills several times without a rest; undefined if there is none. */
function repeatedIn({ rows, width }: ClipboardBlock, selected: readonly GridRange[]): GridRange | undefined {
	const [range] = selected;
	if (!range || selected.length > 1 || rows.some((row) => row.length !== width)) return undefined;
	const isWhole = (all: number, part: number): boolean => all >= part && all % part === 0;
	const fits = isWhole(range.last - range.first + 1, rows.length) && isWhole(range.columns.length, width);
	return fits ? range : undefined;
}

function tooManyRows(rows: ViewRows, block: ClipboardBlock, row: number): Refusal {
	const left = rows.length - row;
	return {
		problem:
			`The block has ${countOf(block.rows.length, 'row')}, but only ${formatNumber(left)} ${plural(left, 'is', 'are')} left ` +
			`from row ${formatNumber(rows.recordAt(row) + 1)} on. Copy fewer, or insert rows first.`,
	};
}

function tooManyColumns({ layout }: Checker, { width }: ClipboardBlock, columns: readonly number[]): Refusal {
	const left = columns.length;
	return {
		problem:
			`The block has ${countOf(width, 'column')}, but only ${formatNumber(left)} ${plural(left, 'is', 'are')} left ` +
			`from ${layout.nameOf(columns[0] as number)} on. Copy fewer, or start further left.`,
	};
}
