import { trimUnseen, visibleText } from '../characters';

/** How exports write a code and its label in one field: "W: White", "W - White", "W=White", "W | White", "W (White)". */
const patterns = [
	/^([^:=|]+?)\s*[:=|]\s*([^:=|]+)$/,
	/^(\S+)\s+[-–—]\s+(\S.*)$/,
	/^(\S.*)\s+[-–—]\s+(\S+)$/,
	/^([^()]+?)\s*\(([^()]+)\)$/,
] as const;

/** The two parts of a value that holds a code and a label; empty for any other value. */
export function codeAndLabel(value: string): readonly string[] {
	for (const pattern of patterns) {
		const [, first, second] = pattern.exec(visibleText(value)) ?? [];
		if (first !== undefined && second !== undefined) return [trimUnseen(first), trimUnseen(second)];
	}
	return [];
}
