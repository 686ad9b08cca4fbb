import { trimUnseen, visibleText } from '../characters';

/**
 * How exports write a code and its label in one field: "W: White", "W=White", "W | White", "W - White", "01-White",
 * "W (White)", "(W) White", "White [W]", "[W] White".
 */
export const codeAndLabelPatterns = [
	/^([^:=|]+?)\s*[:=|]\s*([^:=|]+)$/,
	/^(\S+)\s+[-–—]\s+(\S.*)$/,
	/^(\S.*)\s+[-–—]\s+(\S+)$/,
	/^(\d+)[-–—](\D.*)$/,
	/^([^()]+?)\s*\(([^()]+)\)$/,
	/^\(([^()]+)\)\s*([^()]+)$/,
	/^([^[\]]+?)\s*\[([^[\]]+)\]$/,
	/^\[([^[\]]+)\]\s*([^[\]]+)$/,
] as const;

/** A longer value, in UTF-16 units, is text: the patterns would look at each space of it again and again. */
const MAX_LENGTH = 200;

/** The two parts of a value that holds a code and a label; empty for any other value. */
export function codeAndLabel(value: string): readonly string[] {
	if (value.length > MAX_LENGTH) return [];
	for (const pattern of codeAndLabelPatterns) {
		const [, first, second] = pattern.exec(visibleText(value)) ?? [];
		if (first !== undefined && second !== undefined) return [trimUnseen(first), trimUnseen(second)];
	}
	return [];
}
