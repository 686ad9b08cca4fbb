import { DOUBLED, FAULTY, type Fields, QUOTED } from './scan';

/**
 * The value of a field: without its quotes, doubled quotes made single. A faulty field's value is its text as
 * it stands.
 */
export function fieldValue(raw: string, flags: number): string {
	if (!(flags & QUOTED) || flags & FAULTY) return raw;
	const inner = raw.slice(1, -1);
	return flags & DOUBLED ? inner.replaceAll('""', '"') : inner;
}

/** The value of a field of the record that was read into `fields`, by its 0-based column. */
export function valueIn(text: string, fields: Fields, column: number): string {
	const raw = text.slice(fields.starts[column], fields.ends[column]);
	return fieldValue(raw, fields.flags[column] as number);
}

const NEEDS_QUOTES = /[",\r\n]/;

/** The text of a field that holds `value`; quoted only where RFC 4180 wants it or where it was quoted before. */
export function fieldText(value: string, wasQuoted = false): string {
	return wasQuoted || NEEDS_QUOTES.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

const SPREADSHEET_LETTERS = 26;

/** The letters over a spreadsheet's column, for a 0-based column: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
	let letters = '';
	for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / SPREADSHEET_LETTERS)) {
		letters = String.fromCharCode(65 + ((rest - 1) % SPREADSHEET_LETTERS)) + letters;
	}
	return letters;
}
