import { trimUnseen } from '../../characters';
import type { Element } from '../../spec';
import { meaningOf } from '../../spec/meaning';
import { isSpreadsheetError } from '../../spec/spreadsheetErrors';
import { alternatives, codeWithLabel, shown } from '../../wording';
import type { FoundColumn } from './findColumn';

/** How many codes a message names. */
const MAX_NAMED = 6;

/** Why a column cannot be filled with the same values for many students; undefined if it can. */
export function targetProblem({
	element,
	header,
}: Pick<FoundColumn, 'element' | 'header'>): string | undefined {
	if (element?.kind === 'key') return `${element.column} says who a student is, so it is not filled.`;
	if (element?.kind === 'secret') return `${shown(header)} is never shown, so it is not filled.`;
	return undefined;
}

/** Why a value cannot go into a column; undefined if it can. */
export function valueProblem({ element, header }: FoundColumn, value: string): string | undefined {
	const name = shown(header);
	if (trimUnseen(value) === '') return `There is nothing to write into ${name}. Name a value.`;
	const options = element?.optionSet?.options;
	if (!options) {
		if (isSpreadsheetError(trimUnseen(value)))
			return `${shown(value)} is an error of a spreadsheet and no value for ${name}.`;
		return /[\r\n\0]/.test(value) ? `A value for ${name} must fit into one line.` : undefined;
	}
	if (options.some(({ code }) => code === value)) return undefined;
	const named = options.slice(0, MAX_NAMED).map(codeWithLabel);
	const codes = options.length > MAX_NAMED ? 'one of its codes' : alternatives(named);
	return `${name} has no code ${shown(value)}. Use ${codes}.`;
}

/** Whether two values of a column mean the same. */
export function isSameValue(element: Element | undefined, one: string, other: string): boolean {
	if (one === other) return true;
	const set = element?.optionSet;
	return set ? meaningOf(set, one) === meaningOf(set, other) : trimUnseen(one) === trimUnseen(other);
}
