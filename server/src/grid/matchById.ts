import { trimUnseen } from '../characters';
import type { Checker } from '../check/live/checker';
import { findElement, normalizeColumn } from '../spec';
import { countOf, formatNumber, plural } from '../wording';
import type { Refusal } from '../work/refusal';
import { type Steps, stepsIn } from '../work/steps';
import type { ClipboardBlock } from './clipboardBlock';
import { GridRecord } from './gridRecord';
import type { GridPaste } from './gridTypes';
import { placeProblem, withoutEmptySecrets } from './pasteBlock';
import type { ViewRows } from './viewRows';
import type { RowValues } from './writeCells';

/** What pasting a block by its IDs does. */
export interface MatchedRows {
	readonly rows: readonly RowValues[];
	/** Rows of the block whose ID is in a row that is shown. */
	readonly matched: number;
	/** Rows of the block whose ID is not. */
	readonly unmatched: number;
	/** The columns that get values, 0-based. */
	readonly columns: readonly number[];
}

/** Rows between two yields. */
const STEP = 64;

/**
 * Matches the rows of a block to the rows that are shown, by the IDs in its first column. A first row with the header of
 * the ID column names the columns that the other values go to; without it they go to the columns from the active one on.
 * The file must be checked to its end.
 */
export function* matchById(
	checker: Checker,
	rows: ViewRows,
	block: ClipboardBlock,
	paste: GridPaste,
): Steps<MatchedRows | Refusal> {
	const problem = placeProblem(checker, rows, paste);
	if (problem) return { problem };
	const places = yield* stepsIn([0, 0.5], placesOfIds(checker, block));
	if (!places)
		return { problem: 'The first column of the block has no IDs of this file. Paste it without IDs.' };
	const { columns, positions, problem: ofColumns } = targetColumns(checker, block, paste);
	if (ofColumns) return { problem: ofColumns };
	const values: RowValues[] = [];
	const usedBy = new Map<string, number>();
	let matched = 0;
	let unmatched = 0;
	for (let at = hasHeader(checker, block) ? 1 : 0; at < block.rows.length; at++) {
		const row = block.rows[at] as readonly string[];
		if (at % STEP === 0) yield 0.5 + (at / block.rows.length) * 0.5;
		if (row.every((value) => value === '')) continue;
		const id = idOf(row);
		const shown = (places.get(id) ?? []).filter((record) => rows.rowOf(record) >= 0);
		if (shown.length === 0) {
			unmatched++;
			continue;
		}
		matched++;
		const ofRow = positions.map((position) => row[position] ?? '');
		const other = usedBy.get(id);
		usedBy.set(id, other ?? at);
		if (other !== undefined) {
			const before = block.rows[other] as readonly string[];
			if (positions.some((position, column) => (before[position] ?? '') !== ofRow[column])) {
				return {
					problem: `Rows ${formatNumber(other + 1)} and ${formatNumber(at + 1)} of the block have the same ID and different values. Keep one of them.`,
				};
			}
			continue;
		}
		for (const record of shown) values.push({ record, columns, values: ofRow });
	}
	return { rows: withoutEmptySecrets(checker, values), matched, unmatched, columns };
}

/** Whether a block that is pasted from the active cell on would put each ID into the row that has it already. */
export function* landsOnItsIds(
	checker: Checker,
	rows: ViewRows,
	block: ClipboardBlock,
	{ row, columns }: GridPaste,
): Steps<boolean> {
	const { keyIndex } = checker.layout;
	if (columns[0] !== keyIndex || row + block.rows.length > rows.length) return false;
	const record = new GridRecord(checker);
	for (const [at, cells] of block.rows.entries()) {
		record.read(rows.recordAt(row + at));
		if (trimUnseen(record.at(keyIndex)) !== idOf(cells)) return false;
		if (at % STEP === 0) yield at / block.rows.length;
	}
	return true;
}

/**
 * The records of each ID in the first column of a block; undefined where most of the IDs are not in the file, so that
 * the column holds something else.
 */
function* placesOfIds(
	checker: Checker,
	block: ClipboardBlock,
): Steps<ReadonlyMap<string, readonly number[]> | undefined> {
	if (checker.layout.keyIndex < 0 || block.width < 2) return undefined;
	const places = new Map<string, readonly number[]>();
	let known = 0;
	for (let at = hasHeader(checker, block) ? 1 : 0; at < block.rows.length; at++) {
		const id = idOf(block.rows[at] as readonly string[]);
		if (at % STEP === 0) yield at / block.rows.length;
		if (id === '' || places.has(id)) continue;
		const records = [...checker.placesOf(id)].map((place) => checker.recordOf(place));
		places.set(id, records);
		if (records.length > 0) known++;
	}
	return known * 2 > places.size ? places : undefined;
}

function idOf([id = '']: readonly string[]): string {
	return trimUnseen(id);
}

/** Whether the first row of a block has the header of the ID column in its first cell. */
function hasHeader({ layout }: Checker, { rows }: ClipboardBlock): boolean {
	const [first = ''] = rows[0] ?? [];
	const key = layout.columns[layout.keyIndex];
	return first !== '' && key?.name === nameIn(layout.table, first);
}

function nameIn(table: Checker['table'], header: string): string {
	return findElement(table, header)?.column ?? normalizeColumn(header);
}

/** The columns of the file that get values, and the positions of these values in a row of the block. */
function targetColumns(
	checker: Checker,
	block: ClipboardBlock,
	paste: GridPaste,
): { readonly columns: readonly number[]; readonly positions: readonly number[]; readonly problem?: string } {
	const { layout } = checker;
	const isNamed = hasHeader(checker, block);
	const positions: number[] = [];
	const columns: number[] = [];
	const unnamed = paste.columns.filter((column) => column !== layout.keyIndex);
	for (let position = 1; position < block.width; position++) {
		const column = isNamed
			? layout.indexOf(nameIn(layout.table, block.rows[0]?.[position] ?? ''))
			: (unnamed[position - 1] ?? -1);
		if (column < 0 && !isNamed) {
			const left = `${formatNumber(unnamed.length)} ${plural(unnamed.length, 'is', 'are')}`;
			const problem = `The block has ${countOf(block.width - 1, 'column')} besides the IDs, but only ${left} left here. Start further left.`;
			return { columns, positions, problem };
		}
		if (column < 0 || column === layout.keyIndex || columns.includes(column)) continue;
		columns.push(column);
		positions.push(position);
	}
	return columns.length > 0
		? { columns, positions }
		: {
				columns,
				positions,
				problem: 'No other header of the block is a column of this file. Correct the headers.',
			};
}
