import { rowText } from '../csv/quote';
import { tables } from '../spec';
import type { Example } from './rule';

/** Values for the columns that a file needs and an example leaves out; "1" where there is none. */
const filling: Readonly<Record<string, string>> = { School_id: '5', Last_name: 'Reyes', First_name: 'Ana' };

/** The text of an example's file: the text itself, or a header and one row with the required columns added. */
export function exampleText(example: Example, tableName: string): string {
	if (typeof example === 'string') return example;
	const table = tables.find(({ fileName }) => fileName === tableName);
	if (!table) throw new Error(`There is no table ${tableName}`);
	const needed = [table.primaryKey, ...table.required].map(
		(column) => [column, filling[column] ?? '1'] as const,
	);
	const row = { ...Object.fromEntries(needed), ...example };
	const line = (cells: readonly string[]): string => `${rowText(cells)}\n`;
	return line(Object.keys(row)) + line(Object.values(row));
}
