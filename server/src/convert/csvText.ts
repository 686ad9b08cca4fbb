import { rowText } from '../csv/quote';

/** Rows that are written before other work gets its turn. */
const CHUNK = 1000;

/** Writes rows as the text of a CSV file, each followed by the line break. Works in slices. */
export async function csvText(rows: Iterable<readonly string[]>, lineBreak: string): Promise<string> {
	const lines: string[] = [];
	for (const row of rows) {
		lines.push(rowText(row) + lineBreak);
		if (lines.length % CHUNK === 0) await new Promise((resolve) => setTimeout(resolve, 0));
	}
	return lines.join('');
}
