import { optionByCode, unlistedValue } from '../../spec/meaning';
import { cleverApi } from '../../spec/sources';
import { shown } from '../../wording';
import type { FieldRule } from '../rule';

export const unlistedCode: FieldRule = {
	id: 'field/unlisted-code',
	severity: 'information',
	tellsValue: true,
	title: "Clever knows the value, and Amplify's list does not have it",
	why: 'students.csv serves all applications of a district, and Clever knows this value. Amplify may leave it out of its reports. Keep it for the other applications, or accept it in the settings.',
	source: cleverApi,
	reason: 'unlisted-values',
	example: { table: 'students.csv', bad: { Home_language: 'Danish' }, good: { Home_language: 'Dutch' } },

	appliesTo: (element) => element?.optionSet?.unlisted !== undefined,
	portable: { kind: 'words' },
	checkField({ element, value }) {
		const set = element?.optionSet;
		const known = set && !optionByCode(set, value) ? unlistedValue(set, value) : undefined;
		if (known === undefined) return undefined;
		return {
			message: `Clever knows ${shown(known)}; Amplify's list does not have it. Keep it in ${element?.column} for your other applications.`,
		};
	},
};
