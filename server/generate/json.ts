const WIDTH = 110;
const TAB = 2;

/** JSON as the formatter of this repository writes it: a list of plain values stands on one line where it fits. */
export function json(value: unknown): string {
	const expanded = JSON.stringify(value, undefined, '\t');
	return `${expanded.replace(
		/^(\t*)(.*)\[\n([^[\]{}]*?)\n\t*\](,?)$/gm,
		(all, indent: string, key: string, items: string, comma: string) => {
			const line = `${key}[${items.trim().replace(/,\n\t*/g, ', ')}]${comma}`;
			return indent.length * TAB + line.length <= WIDTH ? indent + line : all;
		},
	)}\n`;
}
