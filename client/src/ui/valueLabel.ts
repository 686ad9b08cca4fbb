import { isUnseen } from '../../../server/src/characters';
import { type LabelText, labelText } from '../../../server/src/safeText';
import { shown } from '../../../server/src/wording';

/** A value as the label of an item: in quotes where it is nothing but spaces. */
export function valueLabel(value: string): LabelText {
	return labelText(isUnseen(value) ? `"${value}"` : value);
}

/** The longest value that a title shows whole, in UTF-16 units. */
const MAX_LENGTH = 60;

/** A value in quotes, cut where it is long. */
export function quoted(value: string): string {
	return `"${shown(value, MAX_LENGTH)}"`;
}
