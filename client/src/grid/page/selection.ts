/** The selected cells of a table. Pure: no page, no grid. */
import type { GridRange } from '../../../../server/src/protocol';
import type { CellPosition } from './moves';

/** A block of cells; rows of the view and positions among the columns shown, 0-based, both ends included. */
interface CellBlock {
	readonly top: number;
	readonly bottom: number;
	readonly left: number;
	readonly right: number;
}

/** What is selected. The last block is the one that Shift extends, from the anchor. */
export interface Selection {
	readonly active: CellPosition;
	readonly anchor: CellPosition;
	readonly blocks: readonly CellBlock[];
}

/** Selects one cell; the header is never selected. */
export function selectCell(active: CellPosition): Selection {
	return { active, anchor: active, blocks: active.row < 0 ? [] : [blockOf(active, active)] };
}

/** Selects from the anchor to a cell; blocks that were added before stay. The active cell stays at the anchor. */
export function extendTo({ active, anchor, blocks }: Selection, to: CellPosition): Selection {
	const row = Math.max(0, to.row);
	return { active, anchor, blocks: [...blocks.slice(0, -1), blockOf(anchor, { ...to, row })] };
}

/** Adds a cell, which becomes the active one. */
export function addCell({ blocks }: Selection, cell: CellPosition): Selection {
	return { active: cell, anchor: cell, blocks: [...blocks, blockOf(cell, cell)] };
}

/** Selects whole rows, with the first cell active. */
export function selectRows(from: number, to: number, columns: number): Selection {
	const active = { row: from, position: 0 };
	return { active, anchor: active, blocks: [blockOf(active, { row: to, position: columns - 1 })] };
}

/** Widens the last block to whole rows or columns. */
export function widen(selection: Selection, to: { rows?: number; columns?: number }): Selection {
	const last = selection.blocks.at(-1);
	if (!last) return selection;
	const block = {
		...last,
		...(to.columns === undefined ? {} : { left: 0, right: to.columns - 1 }),
		...(to.rows === undefined ? {} : { top: 0, bottom: to.rows - 1 }),
	};
	return { ...selection, blocks: [...selection.blocks.slice(0, -1), block] };
}

/** Whether a cell is selected. */
export function isSelected({ blocks }: Selection, row: number, position: number): boolean {
	return blocks.some(
		({ top, bottom, left, right }) => row >= top && row <= bottom && position >= left && position <= right,
	);
}

/** How many cells are selected, each once. */
export function countCells({ blocks }: Selection): number {
	return apart(blocks).reduce(
		(cells, { top, bottom, left, right }) => cells + (bottom - top + 1) * (right - left + 1),
		0,
	);
}

/** The selection as rows of the view and columns of the file; no cell is in two ranges. */
export function toRanges({ blocks }: Selection, columns: readonly number[]): readonly GridRange[] {
	return apart(blocks).map(({ top, bottom, left, right }) => ({
		first: top,
		last: bottom,
		columns: columns.slice(left, right + 1),
	}));
}

/** Cuts off what does not exist any more. */
export function clamp(selection: Selection, rows: number, columns: number): Selection {
	const row = Math.min(selection.active.row, rows - 1);
	const position = Math.max(0, Math.min(selection.active.position, columns - 1));
	const fits = selection.blocks.every(({ bottom, right }) => bottom < rows && right < columns);
	if (fits && row === selection.active.row && position === selection.active.position) return selection;
	return selectCell({ row, position });
}

function blockOf(a: CellPosition, b: CellPosition): CellBlock {
	return {
		top: Math.min(a.row, b.row),
		bottom: Math.max(a.row, b.row),
		left: Math.min(a.position, b.position),
		right: Math.max(a.position, b.position),
	};
}

/** The same cells as blocks that do not overlap: what earlier blocks have is cut out of later ones. */
function apart(blocks: readonly CellBlock[]): readonly CellBlock[] {
	const result: CellBlock[] = [];
	for (const block of blocks) {
		let rest: readonly CellBlock[] = [block];
		for (const taken of [...result]) rest = rest.flatMap((each) => without(each, taken));
		result.push(...rest);
	}
	return result;
}

function without(block: CellBlock, cut: CellBlock): readonly CellBlock[] {
	const top = Math.max(block.top, cut.top);
	const bottom = Math.min(block.bottom, cut.bottom);
	const left = Math.max(block.left, cut.left);
	const right = Math.min(block.right, cut.right);
	if (top > bottom || left > right) return [block];
	return [
		{ ...block, bottom: top - 1 },
		{ ...block, top: bottom + 1 },
		{ top, bottom, left: block.left, right: left - 1 },
		{ top, bottom, left: right + 1, right: block.right },
	].filter((each) => each.top <= each.bottom && each.left <= each.right);
}
