import { escapeFormula } from '../csv/quote';
import { csvText } from './csvText';

/** Writes rows as the text of a CSV file in which a spreadsheet runs no value as a formula. Its line breaks are CRLF. */
export function spreadsheetCsv(rows: Iterable<readonly string[]>): Promise<string> {
	return csvText(escaped(rows), '\r\n');
}

/** One row at a time: a list of problems may have millions. */
function* escaped(rows: Iterable<readonly string[]>): Iterable<readonly string[]> {
	for (const row of rows) yield row.map(escapeFormula);
}
