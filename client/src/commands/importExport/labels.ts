import { joinSpaces, shortened, trimUnseen } from '../../../../server/src/characters';
import { type LabelText, labelText } from '../../../../server/src/safeText';

/** The longest line of a list, in UTF-16 units: longer ones slow it down and are cut anyway. */
const MAX_LENGTH = 160;

/** A row as a line of a list. */
export function rowLine(values: readonly string[]): LabelText {
	return labelText(shortened(values.map((value) => onOneLine(value) || '–').join('  ·  '), MAX_LENGTH));
}

/** A value as the label of a list item: without the spaces around it, which mean nothing in an export. */
export function plainLabel(value: string): LabelText {
	return labelText(onOneLine(value));
}

/** A value without the spaces around it and line breaks in it. */
export function onOneLine(value: string): string {
	return joinSpaces(trimUnseen(shortened(value, MAX_LENGTH)));
}
