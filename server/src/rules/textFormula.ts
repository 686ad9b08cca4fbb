import { shown } from '../wording';
import { setValue } from './fix';
import type { Problem } from './rule';

const TEXT_FORMULA = /^="([^"]+)"$/;

/**
 * The problem of a formula that only holds a text, such as `="00123"`; undefined for any other value. People write it
 * so that Excel keeps the zeros of a number, and Excel saves it in the CSV file as it is.
 *
 * @param name the column's name for people.
 * @param column 0-based.
 * @param value unquoted.
 */
export function textFormula(name: string, column: number, value: string): Problem | undefined {
	const text = TEXT_FORMULA.exec(value)?.[1];
	if (text === undefined) return undefined;
	return {
		message: `${name} has ${shown(value)}, which keeps zeros in Excel only. Use ${shown(text)}.`,
		fixes: () => [setValue(`Use ${shown(text)}`, column, text, true)],
	};
}
