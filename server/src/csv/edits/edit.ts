/** A position in a text, in the shape of LSP's: 0-based, `character` in UTF-16 units. */
export interface Position {
	line: number;
	character: number;
}

/** A range of a text, in the shape of LSP's: `end` is the first position after it. */
export interface Range {
	start: Position;
	end: Position;
}

/** A change as LSP sends it; without a range it replaces the whole text. */
export interface ContentChange {
	readonly range?: Range;
	readonly text: string;
}

/** An edit by UTF-16 offsets of the text; `end` is the first offset after what it replaces. */
export interface OffsetEdit {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/** An edit by positions, in the shape of LSP's `TextEdit`. */
export interface RangeEdit {
	range: Range;
	newText: string;
}
