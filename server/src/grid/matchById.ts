import { trimUnseen } from '../characters';
import type { Checker } from '../check/live/checker';
import { countOf, formatNumber, plural, quoteUnlessDigits, shown } from '../wording';
import type { Refusal } from '../work/refusal';
import { type Steps, stepsIn } from '../work/steps';
import { blockIds, columnNamed, hasHeader, idOf } from './blockIds';
import type { ClipboardBlock } from './clipboardBlock';
import { GridRecord, secretColumns } from './gridRecord';
import type { GridPaste, GridUnmatched } from './gridTypes';
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
	/** IDs of the block that the file has with leading zeros only. */
	readonly restored: number;
	readonly unmatchedIds: GridUnmatched;
}

/** Why the rows of a block cannot be matched, in a sentence for people. */
interface Unmatchable extends Refusal {
	/** Whether its first column has IDs of the file all the same. */
	readonly hasIds: boolean;
}

/** Rows between two yields. */
const STEP = 64;

/** The most IDs that are named. */
const MAX_NAMED = 5;

/** The longest value that a sentence shows whole, in UTF-16 units. */
const MAX_SHOWN = 20;

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
): Steps<MatchedRows | Unmatchable> {
	const problem = placeProblem(checker, rows, paste);
	if (problem) return { problem, hasIds: false };
	const ids = yield* stepsIn([0, 0.5], blockIds(checker, block));
	if (!ids) {
		return {
			problem: 'The first column of the block has no IDs of this file. Paste it without IDs.',
			hasIds: false,
		};
	}
	const target = targetColumns(checker, block, paste);
	const { columns, positions } = target;
	const ofBlock = ids.problem ?? target.problem;
	if (ofBlock) return { problem: ofBlock, hasIds: true };
	const values: RowValues[] = [];
	/** The first row of the block for each student, by the student's first record. */
	const usedBy = new Map<number, number>();
	const missing = new Set<string>();
	const hidden = new Set<string>();
	let matched = 0;
	let unmatched = 0;
	for (let at = hasHeader(checker, block) ? 1 : 0; at < block.rows.length; at++) {
		const row = block.rows[at] as readonly string[];
		if (at % STEP === 0) yield 0.5 + (at / block.rows.length) * 0.5;
		if (row.every((value) => value === '')) continue;
		const id = idOf(row);
		const records = ids.places.get(id) ?? [];
		const [student] = records;
		const ofView = records.filter((record) => rows.rowOf(record) >= 0);
		if (student === undefined || ofView.length === 0) {
			unmatched++;
			(student === undefined ? missing : hidden).add(id);
			continue;
		}
		matched++;
		const before = usedBy.get(student);
		if (before !== undefined) {
			const twoThings = conflict(checker, block, [before, at], target);
			if (twoThings) return { problem: twoThings, hasIds: true };
			continue;
		}
		usedBy.set(student, at);
		const ofRow = positions.map((position) => row[position] ?? '');
		for (const record of ofView) values.push({ record, columns, values: ofRow });
	}
	return {
		rows: withoutEmptySecrets(checker, values),
		matched,
		unmatched,
		columns,
		restored: ids.restored,
		unmatchedIds: { count: missing.size, ids: [...missing].slice(0, MAX_NAMED), hidden: hidden.size },
	};
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

/** Why the rows of an ID say two things, in a sentence for people; undefined if they say the same. */
function conflict(
	checker: Checker,
	block: ClipboardBlock,
	[before, after]: readonly [number, number],
	{ columns, positions }: { readonly columns: readonly number[]; readonly positions: readonly number[] },
): string | undefined {
	const one = block.rows[before] as readonly string[];
	const other = block.rows[after] as readonly string[];
	const at = positions.findIndex((position) => (one[position] ?? '') !== (other[position] ?? ''));
	if (at < 0) return undefined;
	const column = columns[at] as number;
	const [first, second] = [one, other].map(
		(row) => `"${shown(row[positions[at] as number] ?? '', MAX_SHOWN)}"`,
	);
	const values = secretColumns(checker).has(column) ? 'different values' : `${first} and ${second}`;
	const rows = `rows ${formatNumber(before + 1)} and ${formatNumber(after + 1)}`;
	const id = quoteUnlessDigits(shown(idOf(other), MAX_SHOWN));
	return `ID ${id} is in ${rows} of the block with ${values} for ${checker.layout.nameOf(column)}. Keep one of them.`;
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
			? layout.indexOf(columnNamed(layout.table, block.rows[0]?.[position] ?? ''))
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
