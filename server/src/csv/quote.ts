import { DOUBLED, FAULTY, type Fields, QUOTED } from './scan';

/** UTF-16 units from which a value counts as long. */
const LONG = 100_000;

/** The value of a field's text: without its quotes, doubled quotes made single. A faulty field's value is its text. */
export function fieldValue(raw: string, flags: number): string {
	if (!(flags & QUOTED) || flags & FAULTY) return raw;
	const inner = raw.slice(1, -1);
	if (!(flags & DOUBLED)) return inner;
	// Slower for short values, and a quarter of the memory for long ones.
	return inner.length > LONG ? inner.split('""').join('"') : inner.replaceAll('""', '"');
}

/** The value in a 0-based column of the record of `text` that was read into `fields`. */
export function valueIn(text: string, fields: Fields, column: number): string {
	const raw = text.slice(fields.starts[column], fields.ends[column]);
	return fieldValue(raw, fields.flags[column] as number);
}

/** The unquoted values of the record of `text` that was read into `fields`. */
export function valuesIn(text: string, fields: Fields): readonly string[] {
	return Array.from({ length: fields.count }, (_, column) => valueIn(text, fields, column));
}

const NEEDS_QUOTES = /[",\r\n]/;

/** The text of a field that holds `value`: quoted only where RFC 4180 requires it, or where `isQuoted` asks for it. */
export function fieldText(value: string, isQuoted = false): string {
	// Several times as fast as `replaceAll` where a long value has many quotes.
	return isQuoted || NEEDS_QUOTES.test(value) ? `"${value.split('"').join('""')}"` : value;
}

/** The text of a row without its line break. For a spreadsheet, pass each value through `escapeFormula` first. */
export function rowText(values: readonly string[]): string {
	return values.map((value) => fieldText(value)).join(',');
}

/** A spreadsheet may run a value that starts with one of these; the last four are the full-width forms of the first. */
const FORMULA_START = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** The value with an apostrophe before it where a spreadsheet could run it as a formula. */
export function escapeFormula(value: string): string {
	return FORMULA_START.test(value) ? `'${value}` : value;
}
