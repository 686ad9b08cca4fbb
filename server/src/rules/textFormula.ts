import { shown } from '../wording';
import { setValue } from './fix';
import type { Problem } from './rule';

/** A formula that only holds a text. */
export const TEXT_FORMULA = /^="([^"]+)"$/;

/** The text that a formula such as `="00123"` stands for; undefined for any other value. */
export function textOfFormula(value: string): string | undefined {
	return TEXT_FORMULA.exec(value)?.[1];
}

/**
 * The problem of a formula that only holds a text, such as `="00123"`; undefined for any other value. People write it
 * so that Excel keeps the zeros of a number, and Excel saves it in the CSV file as it is.
 *
 * @param name the column's name for people.
 * @param column 0-based.
 * @param value unquoted.
 */
export function textFormula(name: string, column: number, value: string): Problem | undefined {
	const text = textOfFormula(value);
	if (text === undefined) return undefined;
	return {
		message: `${name} has ${shown(value)}, which keeps zeros in Excel only. Use ${shown(text)}.`,
		fixes: () => [setValue(`Use ${shown(text)}`, column, text, true)],
	};
}
