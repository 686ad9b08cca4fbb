import { valueIn } from './quote';
import type { Fields } from './scan';

/** A record that was read into `fields`. */
interface ScannedRecord {
	readonly text: string;
	/** The record's offset in `text`. */
	readonly start: number;
	readonly fields: Fields;
}

/** Whether no field of the record holds more than whitespace. */
export function isBlankRecord({ text, start, fields }: ScannedRecord): boolean {
	if (!/^[\s,"]*$/.test(text.slice(start, fields.end))) return false;
	for (let column = 0; column < fields.count; column++) {
		if (valueIn(text, fields, column).trim() !== '') return false;
	}
	return true;
}
