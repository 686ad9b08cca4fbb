import { fieldText } from '../quote';
import { FAULTY, QUOTED } from '../scan';
import type { OffsetEdit } from './edit';

/** The edit that puts a value into a field, quoted only if it must be or the field was. Offsets as in `field`. */
export function setField(
	field: { readonly start: number; readonly end: number; readonly flags: number },
	value: string,
): OffsetEdit {
	const wasQuoted = (field.flags & QUOTED) !== 0 && !(field.flags & FAULTY);
	return { start: field.start, end: field.end, text: fieldText(value, wasQuoted) };
}
