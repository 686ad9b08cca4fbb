import { plural } from '../../../server/src/wording';
import { quoted } from '../ui/valueLabel';
import { addToSetting, announceSetting } from '../ui/writeSetting';
import type { Command } from './command';

/** Adds a value to those that a column accepts in this district. */
export const acceptValue: Command = async (_, column, value) => {
	if (typeof column !== 'string' || typeof value !== 'string') throw new Error('Name a column and a value.');
	await acceptValues(column, [value]);
};

/** Adds values to those that a column accepts in this district, and says so. */
export async function acceptValues(column: string, values: readonly string[]): Promise<void> {
	await addToSetting('acceptedValues', values, column);
	announceSetting(
		`${column} now accepts ${values.map(quoted).join(', ')}, but Amplify will still ignore ${plural(values.length, 'it', 'them')}.`,
		'acceptedValues',
	);
}
