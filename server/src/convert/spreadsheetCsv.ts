import { stringify } from 'csv-stringify';

/** Rows between two turns for others. */
const CHUNK = 1000;

/** Rows as a CSV file for a spreadsheet, in which no value can run as a formula. */
export async function csvText(rows: readonly (readonly string[])[]): Promise<string> {
	// CRLF, as RFC 4180 has it.
	const stringifier = stringify({ record_delimiter: 'windows', escape_formulas: true });
	const pieces: string[] = [];
	const ended = new Promise<void>((resolve, reject) => {
		stringifier.on('data', (piece: unknown) => pieces.push(String(piece)));
		stringifier.on('error', reject);
		stringifier.on('end', resolve);
	});
	for (let from = 0; from < rows.length; from += CHUNK) {
		for (const row of rows.slice(from, from + CHUNK)) stringifier.write(row);
		await new Promise((resolve) => setTimeout(resolve, 0));
	}
	stringifier.end();
	await ended;
	return pieces.join('');
}
