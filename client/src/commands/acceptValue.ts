import { plural } from '../../../server/src/wording';
import { quoted } from '../ui/plainLabel';
import { announceSetting, settingEntries, writeSettingEntry } from '../ui/writeSetting';
import type { Command } from './command';

/** Adds a value to those that a column accepts in this district. */
export const acceptValue: Command = async (_, column, value) => {
	if (typeof column !== 'string' || typeof value !== 'string') throw new Error('Name a column and a value.');
	await acceptValues(column, [value]);
};

/** Adds values to those that a column accepts in this district, and says so. */
export async function acceptValues(column: string, values: readonly string[]): Promise<void> {
	const accepted = settingEntries<readonly string[]>('acceptedValues');
	// A person may have written the column in another case.
	const entry = Object.keys(accepted).find((key) => key.toLowerCase() === column.toLowerCase()) ?? column;
	const all = new Set([...(accepted[entry] ?? []), ...values]);
	const where = await writeSettingEntry('acceptedValues', entry, [...all]);
	announceSetting(
		`${column} now accepts ${values.map(quoted).join(', ')}, but Amplify will still ignore ${plural(values.length, 'it', 'them')}. To change this, edit cleverDemographics.acceptedValues in ${where}.`,
	);
}
