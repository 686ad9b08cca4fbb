/** A place in the text as LSP counts it: 0-based, `character` in UTF-16 units. */
export interface Position {
	line: number;
	character: number;
}

export interface Range {
	start: Position;
	end: Position;
}

/** A change as LSP sends it; without a range it replaces the whole text. */
export interface ContentChange {
	readonly range?: Range;
	readonly text: string;
}

/** A change by offsets, in UTF-16 units of the text. */
export interface OffsetEdit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}
