import { joinSpaces, trimUnseen } from '../../../../server/src/characters';

/** The longest line of a list, in UTF-16 units: longer ones slow it down and are cut anyway. */
const MAX_LENGTH = 160;

/** A row as a line of a list. */
export function rowLine(values: readonly string[]): string {
	return cut(values.map((value) => plainLabel(value) || '–').join('  ·  '));
}

/** A value as the label of a list item: on one line, and without $(name), which would be drawn as an icon. */
export function plainLabel(value: string): string {
	return joinSpaces(trimUnseen(value)).replace(/\$\(/g, '$\u200b(');
}

function cut(text: string): string {
	return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 1)}…` : text;
}
