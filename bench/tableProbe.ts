/** What the script that measures inside of a page can do. Times are in ms; rows count from 0, below the header. */
export interface TableProbe {
	/** The time since 1970 at which the first screen of rows was painted. */
	firstRows(): Promise<number>;
	/** Scrolls at once to a row, and resolves to the time until the screen from there on is painted. */
	jump(row: number): Promise<number>;
	scrollTo(row: number): void;
	/** How many whole rows fit on the screen. */
	visibleRows(): number;
	/** The size of the grid with its header, in CSS pixels. */
	size(): { readonly width: number; readonly height: number };
	/** The columns that are shown, the row's number first. */
	columns(): readonly ProbedColumn[];
	/** Begins to watch: from the next Enter until a cell with this text is painted and marked. */
	watchCell(text: string): void;
	/** Begins to watch: from the next key until one more squiggle is painted. */
	watchSquiggle(key: string): void;
	/** The time that was watched. */
	watched(): Promise<number>;
	squiggles(): number;
	/** Pastes at the active cell, and resolves to the time until cells with all of these texts are painted. */
	paste(text: string, texts: readonly string[]): Promise<number>;
	/** The time from a click on a button or item with this text until the IDs of these rows of the file are painted. */
	clickUntilRows(text: string, rows: readonly number[]): Promise<number>;
}

/** A column of a table as it is painted. */
export interface ProbedColumn {
	readonly name: string;
	/** In CSS pixels. */
	readonly width: number;
	readonly isPinned: boolean;
}

/** What a grid without a file shows. Sizes are in CSS pixels. */
export interface BareGridOptions {
	/** The row's number first, then the ID. */
	readonly columns: readonly ProbedColumn[];
	readonly rows: number;
	readonly width: number;
	readonly height: number;
}
