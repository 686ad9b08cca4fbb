import { isUnseen } from '../../../server/src/characters';

/** A value as the label of an item of a quick pick: without icons, and in quotes where it is nothing but spaces. */
export function plainLabel(value: string): string {
	return isUnseen(value) ? `"${value}"` : value.replaceAll('$(', '\\$(');
}

/** The longest value that a title shows whole, in UTF-16 units. */
const MAX_LENGTH = 60;

/** A value in quotes, cut where it is long. */
export function quoted(value: string): string {
	return `"${value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}…` : value}"`;
}
