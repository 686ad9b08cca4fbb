import { escapeFormula } from '../csv/quote';
import { csvText } from './csvText';

/** Writes rows as the text of a CSV file in which a spreadsheet runs no value as a formula. Its line breaks are CRLF. */
export function spreadsheetCsv(rows: readonly (readonly string[])[]): Promise<string> {
	return csvText(
		rows.map((row) => row.map(escapeFormula)),
		'\r\n',
	);
}
