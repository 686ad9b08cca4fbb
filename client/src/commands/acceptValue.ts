import { window } from 'vscode';
import { settingEntries, writeSettingEntry } from '../ui/writeSetting';
import type { Command } from './command';

/** Adds a value to those that a column accepts in this district. */
export const acceptValue: Command = async (_, column, value) => {
	if (typeof column !== 'string' || typeof value !== 'string') throw new Error('Name a column and a value.');
	const accepted = settingEntries<readonly string[]>('acceptedValues');
	// A person may have written the column in another case.
	const entry = Object.keys(accepted).find((key) => key.toLowerCase() === column.toLowerCase()) ?? column;
	const values = new Set([...(accepted[entry] ?? []), value]);
	const where = await writeSettingEntry('acceptedValues', entry, [...values]);
	void window.showInformationMessage(
		`${column} now accepts "${value}", but Amplify will still ignore it. To change this, edit cleverDemographics.acceptedValues in ${where}.`,
	);
};
