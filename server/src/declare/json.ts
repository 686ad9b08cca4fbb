/** The longest line, and the width of a tab, in characters. */
const MAX_WIDTH = 110;
const TAB_WIDTH = 2;

/** JSON as the project's formatter writes it: a list of numbers or strings is on one line where it fits. */
export function json(value: unknown): string {
	const expanded = JSON.stringify(value, undefined, '\t');
	return `${expanded.replace(
		/^(\t*)(.*)\[\n([^[\]{}]*?)\n\t*\](,?)$/gm,
		(all, indent: string, key: string, items: string, comma: string) => {
			const line = `${key}[${items.trim().replace(/,\n\t*/g, ', ')}]${comma}`;
			return indent.length * TAB_WIDTH + line.length <= MAX_WIDTH ? indent + line : all;
		},
	)}\n`;
}
