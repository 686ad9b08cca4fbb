import { visibleText } from '../../characters';
import { valuesIn } from '../../csv/quote';
import { FAULTY, Fields, MULTILINE } from '../../csv/scan';
import type { ReadRow, TableFile } from '../rowReader';

/** What may stand between an ID and its neighbors where a quote is in the wrong place: the delimiters that exports have. */
const BETWEEN = /[\r\n,;\t|^"]+|#!#/;
const LINE_BREAK = /\r\n|\n|\r/;

/** Every text of a record that may be an ID, as people see it: the values, and the parts of values that may hold rows. */
export function textsIn(record: readonly string[]): readonly string[] {
	const texts = record.flatMap((value) => [value, ...(BETWEEN.test(value) ? value.split(BETWEEN) : [])]);
	return [...new Set(texts.map(visibleText))].filter((text) => text !== '');
}

/** The lines of a value below its first one, which may be rows that a quote has swallowed. */
export function linesBelow(value: string): readonly string[] {
	return LINE_BREAK.test(value) ? value.split(LINE_BREAK).slice(1) : [];
}

/** Every ID that a row may have which cannot be read or holds other rows; among them are texts that are no ID. */
export function possibleIds(row: ReadRow): readonly string[] {
	if (!(row.fields.allFlags & (FAULTY | MULTILINE))) return row.possibleIds;
	return textsOf(row);
}

/** Every text of a row that may be an ID. */
export function textsOf(row: ReadRow): readonly string[] {
	return textsIn(Array.from({ length: row.fields.count }, (_, column) => row.at(column)));
}

/**
 * Whether a value of several lines may hold a row: a line below the first has a value that looks like an ID where the ID
 * belongs. With few columns an address may look so, too, but what is not certain is not filled.
 */
export function mayHoldRows(row: ReadRow, file: TableFile): boolean {
	if (!(row.fields.allFlags & MULTILINE)) return false;
	const { document, layout } = file;
	const fields = new Fields();
	const hasDigit = /\d/.test(row.id);
	const hasSpace = /\s/.test(row.id);
	for (let column = 0; column < row.fields.count; column++) {
		for (const line of linesBelow(row.at(column))) {
			document.reader.read(line, 0, fields);
			const values = valuesIn(line, fields);
			const id = visibleText(values[layout.keyIndex] ?? '');
			if (values.length < 2 || id === '') continue;
			if ((!hasDigit || /\d/.test(id)) && (hasSpace || !/\s/.test(id))) return true;
		}
	}
	return false;
}
