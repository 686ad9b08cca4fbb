import { window } from 'vscode';
import { effective, writeEntry } from '../ui/writeSetting';
import type { Command } from './command';

/** Has a column accept a value in this district, as a code like any other. */
export const acceptValue: Command = async (_, column, value) => {
	if (typeof column !== 'string' || typeof value !== 'string') throw new Error('Name a column and a value.');
	const accepted = effective<readonly string[]>('acceptedValues');
	// People may have written the column in another case.
	const entry = Object.keys(accepted).find((key) => key.toLowerCase() === column.toLowerCase()) ?? column;
	const values = new Set([...(accepted[entry] ?? []), value]);
	const where = await writeEntry('acceptedValues', entry, [...values]);
	void window.showInformationMessage(
		`"${value}" counts as right in ${column} now. That stands in ${where}, under acceptedValues.`,
	);
};
