import { isUnseen } from '../characters';
import { mayBeBlank } from './probes';
import { valueIn } from './quote';
import type { Fields } from './scan';

/** A record that was read into `fields`. */
interface ScannedRecord {
	readonly text: string;
	/** The record's offset in `text`. */
	readonly start: number;
	readonly fields: Fields;
}

/** Whether no field of the record holds anything that people see. */
export function isBlankRecord({ text, start, fields }: ScannedRecord): boolean {
	if (!mayBeBlank(text, start, fields.end)) return false;
	for (let column = 0; column < fields.count; column++) {
		if (!isUnseen(valueIn(text, fields, column))) return false;
	}
	return true;
}
