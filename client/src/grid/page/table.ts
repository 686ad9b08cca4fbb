/** What the parts of the page ask of each other: the grid on one side, and what is around and above it on the other. */
import type {
	GridAction,
	GridCode,
	GridColumn,
	GridFilter,
	GridLayout,
	GridPlace,
	GridRange,
	GridRow,
	GridView,
} from '../../../../server/src/protocol';
import type { ColumnSet } from '../messages';
import type { Extension } from './extension';

/** The cell that has the focus, or had it last. */
export interface ActiveCell {
	/** 0-based, in the view. */
	readonly row: number;
	readonly column: GridColumn;
	/** What the server says of the row; undefined while it is not there yet. */
	readonly data: GridRow | undefined;
	/** The value, perhaps cut; undefined where the row cannot be read or is not there yet. */
	readonly value: string | undefined;
	readonly isCut: boolean;
}

/** What the table shows. Each change makes a new object. */
export interface TableState {
	/** The name of the file, without its folder. */
	readonly fileName: string;
	/** Undefined until the file can be shown. */
	readonly layout: GridLayout | undefined;
	readonly set: ColumnSet;
	/** The columns that are shown, from left to right. */
	readonly columns: readonly GridColumn[];
	/** Columns of the set that the person has hidden. */
	readonly hidden: readonly GridColumn[];
	readonly view: GridView;
	/** The rows of the view; undefined until the first have come. */
	readonly shown: number | undefined;
	readonly active: ActiveCell | undefined;
	/** The selected cells, at least the active one. Empty without rows. */
	readonly selection: readonly GridRange[];
	/** How many cells these are. */
	readonly selectedCells: number;
	/** Why nothing can be shown now, in a sentence; undefined if it can. */
	readonly unavailable: string | undefined;
	/** What the person should know about what was just done, in a sentence; undefined if there is nothing. */
	readonly notice: string | undefined;
	/** The document's version that is shown, or changes of its findings: what is asked of the extension may differ now. */
	readonly generation: number;
}

/** What the parts around the grid may do with it. Columns are 0-based in the file. */
export interface TablePage {
	readonly extension: Extension;
	readonly state: TableState;
	/** Calls the listener after each change of `state`. */
	onChange(listener: (state: TableState) => void): void;
	/** Applies a filter. The order stays. */
	setFilter(filter: GridFilter): void;
	/** Sorts by a column, or takes the order off. */
	setSort(sort: GridView['sort']): void;
	setColumnSet(set: ColumnSet): void;
	hideColumn(column: number): void;
	/** Shows a column that the person has hidden. */
	showColumn(column: number): void;
	/** Shows all columns that the person has hidden, in all sets. */
	showAllColumns(): void;
	/** Puts all columns where the file has them. */
	restoreOrder(): void;
	/** Puts a column at a position among those shown, 0-based. */
	moveColumn(column: number, position: number): void;
	/** In CSS pixels; undefined is the width of the content. */
	resizeColumn(column: number, width: number | undefined): void;
	/** Copies the selected cells. */
	copy(): void;
	/** Pastes the clipboard from the active cell on. */
	paste(): void;
	/**
	 * Asks for a change, and says in `notice` why it was not made. Resolves to whether it was.
	 *
	 * @param order that of the rows for which its ranges were made, if it is not the one of now.
	 */
	edit(action: GridAction, order?: number): Promise<boolean>;
	/** Makes a cell the active one and shows it. Resolves to false if the filter hides it. */
	reveal(place: GridPlace): Promise<boolean>;
	/** Scrolls to a row of the view, 0-based, without changing the active cell. */
	scrollToRow(row: number): void;
	/** Goes to the next or the previous finding. */
	goToProblem(backward: boolean): Promise<void>;
	/** Copies the selected cells and empties them. */
	cut(): void;
	/** Opens the editor of the active cell. */
	openEditor(): void;
	/** Where the active cell is on the page, to put a menu at it; undefined if it is not painted. */
	activeCellBox(): DOMRect | undefined;
	/** Gives the keyboard back to the active cell. */
	focus(): void;
	/** Says something in `notice`. */
	tell(notice: string | undefined): void;
}

/** The list of codes under the input of a cell. The input keeps the focus. */
export interface CodeList {
	/** Whether the list has used a key: arrows, Page Up and Page Down move the highlight. Enter, Tab and Escape are the editor's. */
	handleKey(event: KeyboardEvent): boolean;
	/** The code that Enter takes; undefined where nothing is highlighted, so that the typed text is taken. */
	readonly highlighted: string | undefined;
	/** Places it anew, after a scroll. */
	place(): void;
	close(): void;
}

/** What the grid asks of the parts around it. */
export interface Surroundings {
	/**
	 * Opens the list under an input and filters it by what is typed. `take` is called with what is clicked. With
	 * `isTyped`, the input holds what a person has typed on the cell, and not the value of the cell: then the best code
	 * is highlighted at once.
	 */
	openCodeList(
		input: HTMLInputElement | HTMLTextAreaElement,
		codes: readonly GridCode[],
		take: (value: string) => void,
		isTyped: boolean,
	): CodeList;
	/** Opens the menu of a column at its header's button. */
	openHeaderMenu(column: GridColumn, button: HTMLElement): void;
	/** Opens the filter of a column at its header's button. */
	openColumnFilter(column: GridColumn, button: HTMLElement): void;
	/** Opens the menu with the fixes and actions of the active cell; at a point of the page after a right click. */
	openActions(at?: { readonly x: number; readonly y: number }): void;
	/** Moves the keyboard to the box for the text to look for. */
	focusFilter(): void;
}

/** Puts the parts around the grid on the page. */
export type CreateSurroundings = (table: TablePage, regions: Regions) => Surroundings;

/** The regions of the page, from top to bottom. */
export interface Regions {
	readonly toolbar: HTMLElement;
	/** The grid, with the marks at its right edge. */
	readonly grid: HTMLElement;
	/** The marks along the scroll bar. */
	readonly marks: HTMLElement;
	/** The value and the findings of the active cell. */
	readonly details: HTMLElement;
	/** Where menus and lists are put, above everything. */
	readonly popups: HTMLElement;
}
