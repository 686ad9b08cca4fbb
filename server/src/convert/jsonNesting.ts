import { visit } from 'jsonc-parser';

/** Lists and objects in each other that JSON from outside may have. The parser calls itself for each, and the stack ends at some thousands. */
export const MAX_JSON_NESTING = 200;

/** A place in a text: both from 1, the column in UTF-16 units. */
interface TextPlace {
	readonly line: number;
	readonly column: number;
}

/** Ends the walk through a text at once. Never leaves this file. */
class TooDeep extends Error {
	constructor(readonly place: TextPlace) {
		super();
	}
}

/** Where a text of JSON, with comments or without, has one list or object more in each other than it may; undefined if nowhere. */
export function tooDeepAt(text: string): TextPlace | undefined {
	const open = (
		_offset: number,
		_length: number,
		line: number,
		character: number,
		path: () => readonly unknown[],
	): void => {
		if (path().length >= MAX_JSON_NESTING) throw new TooDeep({ line: line + 1, column: character + 1 });
	};
	try {
		visit(text, { onObjectBegin: open, onArrayBegin: open });
		return undefined;
	} catch (error) {
		if (error instanceof TooDeep) return error.place;
		throw error;
	}
}
