/** Longer lines are cut by the list anyway, and slow it down. */
const MAX_LENGTH = 160;

/** A row as a line of a list: its values, apart. */
export function rowLine(values: readonly string[]): string {
	return cut(values.map((value) => plainLabel(value) || '–').join('  ·  '));
}

/** A value as a label may show it: on one line, and without what a label would take for an icon. */
export function plainLabel(value: string): string {
	return value.replace(/\s+/g, ' ').replace(/\$\(/g, '$\u200b(').trim();
}

function cut(text: string): string {
	return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
