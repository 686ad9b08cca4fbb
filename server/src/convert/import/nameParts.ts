/** A name in one column, such as "De la Cruz, Ana M.". */

import { trimUnseen } from '../../characters';

/** The parts of a person's name. */
export interface NameParts {
	readonly last: string;
	readonly first: string;
	readonly middle: string;
}

const ONE_COMMA = /^([^,]*),([^,]*)$/;

/** An initial after a first name: only that is certain to be a middle name, as "Mary Ann" may be one name. */
const MIDDLE_INITIAL = /\s(\p{L}\.?)$/u;

/**
 * Splits "Last, First". Undefined where the parts are not certain: without a comma, or with more than one, as in
 * "Smith, Jr., John".
 *
 * @param hasMiddle whether an initial after the first name is a part of its own.
 */
export function splitName(name: string, hasMiddle: boolean): NameParts | undefined {
	const text = trimUnseen(name);
	if (text === '') return { last: '', first: '', middle: '' };
	const [, before, after] = ONE_COMMA.exec(text) ?? [];
	if (before === undefined || after === undefined) return undefined;
	const [last, given] = [before.trimEnd(), after.trimStart()];
	const [end = '', middle = ''] = (hasMiddle && MIDDLE_INITIAL.exec(given)) || [];
	return { last, first: given.slice(0, given.length - end.length).trimEnd(), middle };
}
