/** Where a key moves the active cell. Pure: no page, no grid. */

/** A cell of the table: the row of the view and the position among the columns shown, both 0-based. Row -1 is the header. */
export interface CellPosition {
	readonly row: number;
	readonly position: number;
}

/** What moves need to know of the table. */
export interface MoveBounds {
	/** The rows of the view. */
	readonly rows: number;
	/** The columns that are shown. */
	readonly columns: number;
	/** The rows that fit on the screen. */
	readonly page: number;
	/** Whether a cell has a value; undefined for a row that is not there yet. */
	readonly isFilled: (row: number, position: number) => boolean | undefined;
	/** The position from which a row is one cell to its end; undefined for a row of columns. */
	readonly spanFrom: (row: number) => number | undefined;
}

/** A move of the active cell. */
export type Move =
	| 'left'
	| 'right'
	| 'up'
	| 'down'
	| 'next'
	| 'previous'
	| 'home'
	| 'end'
	| 'first'
	| 'last'
	| 'pageUp'
	| 'pageDown'
	| 'edgeLeft'
	| 'edgeRight'
	| 'edgeUp'
	| 'edgeDown';

/** How far to look for the edge of filled cells before the end of the view is taken. */
const MAX_LOOK = 5000;

/** The cell that a move leads to; never outside of the table. */
export function moved(from: CellPosition, move: Move, bounds: MoveBounds): CellPosition {
	const { row, position } = from;
	const lastRow = bounds.rows - 1;
	const lastPosition = bounds.columns - 1;
	const span = row < 0 ? undefined : bounds.spanFrom(row);
	const isInSpan = span !== undefined && position >= span;
	switch (move) {
		case 'left':
			return { row, position: Math.max(0, (isInSpan ? span : position) - 1) };
		case 'right':
			return { row, position: isInSpan ? position : Math.min(lastPosition, position + 1) };
		case 'up':
			return { row: Math.max(-1, row - 1), position };
		case 'down':
			return { row: Math.min(lastRow, row + 1), position };
		case 'next':
			if (position < lastPosition && !isInSpan) return { row, position: position + 1 };
			return row < lastRow ? { row: row + 1, position: 0 } : from;
		case 'previous':
			if (isInSpan && span > 0) return { row, position: span - 1 };
			if (position > 0 && !isInSpan) return { row, position: position - 1 };
			return row > 0 ? { row: row - 1, position: lastPosition } : from;
		case 'home':
			return { row, position: 0 };
		case 'end':
			return { row, position: lastPosition };
		case 'first':
			return { row: Math.min(0, lastRow), position: 0 };
		case 'last':
			return { row: lastRow, position: lastPosition };
		case 'pageUp':
			return { row: row < 0 ? row : Math.max(Math.min(0, lastRow), row - bounds.page), position };
		case 'pageDown':
			return { row: Math.min(lastRow, row + bounds.page), position };
		case 'edgeLeft':
			return { row, position: edge(position, -1, lastPosition, (at) => bounds.isFilled(row, at)) };
		case 'edgeRight':
			return { row, position: edge(position, 1, lastPosition, (at) => bounds.isFilled(row, at)) };
		case 'edgeUp':
			return {
				row: row < 0 ? row : edge(row, -1, lastRow, (at) => bounds.isFilled(at, position)),
				position,
			};
		case 'edgeDown':
			return { row: edge(Math.max(0, row), 1, lastRow, (at) => bounds.isFilled(at, position)), position };
	}
}

/**
 * As spreadsheets do: to the last filled cell of a run, else to the next filled one, else to the end. Where it needs
 * rows that are not there, to the end.
 */
function edge(
	from: number,
	step: 1 | -1,
	last: number,
	isFilled: (at: number) => boolean | undefined,
): number {
	const end = step === 1 ? last : 0;
	if (from === end) return from;
	const isRun = isFilled(from) === true && isFilled(from + step) === true;
	for (let at = from + step; at !== end && Math.abs(at - from) < MAX_LOOK; at += step) {
		const next = isFilled(at + step);
		if (next === undefined) return end;
		if (isRun && !next) return at;
		if (!isRun && isFilled(at)) return at;
	}
	return end;
}

/** The row, or the first one for the header. */
export function clampRow(row: number): number {
	return Math.max(0, row);
}
