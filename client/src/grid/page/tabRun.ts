/** Tab, Tab, Enter: Enter goes back to the column where Tab began, one row down, as in spreadsheets. */
import type { CellPosition } from './moves';

/** The cells of a row that a person goes through with Tab. */
export class TabRun {
	#start = 0;
	#at: CellPosition | undefined;

	/** Tab has moved the active cell. */
	tabbed(from: CellPosition, to: CellPosition): void {
		if (!this.#isAt(from)) this.#start = from.position;
		else if (from.row !== to.row) this.#start = to.position;
		this.#at = to;
	}

	/** Where Enter goes from a cell to one below. */
	entered(from: CellPosition, to: CellPosition): CellPosition {
		const isRun = this.#isAt(from) && to.row > from.row;
		this.#at = undefined;
		return isRun ? { row: to.row, position: this.#start } : to;
	}

	#isAt({ row, position }: CellPosition): boolean {
		return this.#at?.row === row && this.#at.position === position;
	}
}
