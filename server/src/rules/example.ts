import { fieldText } from '../csv/quote';
import { tables } from '../spec';
import type { Example } from './rule';

/** What stands in the columns that a file needs besides those an example is about. */
const filling: Readonly<Record<string, string>> = { School_id: '5', Last_name: 'Reyes', First_name: 'Ana' };

/** The text of the file that an example stands for: as given, or a header and one row, with what else the file needs. */
export function exampleText(example: Example, tableName: string): string {
	if (typeof example === 'string') return example;
	const table = tables.find(({ fileName }) => fileName === tableName);
	if (!table) throw new Error(`There is no table ${tableName}`);
	const needed = [table.primaryKey, ...table.required].map(
		(column) => [column, filling[column] ?? '1'] as const,
	);
	const row = { ...Object.fromEntries(needed), ...example };
	const line = (cells: readonly string[]): string => `${cells.map((cell) => fieldText(cell)).join(',')}\n`;
	return line(Object.keys(row)) + line(Object.values(row));
}
