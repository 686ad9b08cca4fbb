import { meansEmpty, normalizedValue } from '../../spec/meaning';
import { exportersInUse } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';

export const nullWord: FieldRule = {
	id: 'field/null-word',
	severity: 'warning',
	tellsValue: true,
	title: 'A word is used where the field should be empty',
	why: 'If a category does not apply, leave the field empty, as all known exporters do. A word such as null or N/A may be read as a category.',
	source: exportersInUse,
	example: {
		table: 'students_ext.csv',
		bad: { 'ext.primary_disability_type': 'N/A' },
		good: { 'ext.primary_disability_type': '' },
	},

	appliesTo: (element) => element?.optionSet !== undefined,
	portable: { kind: 'words' },
	checkField({ element, value, column }) {
		const word = normalizedValue(value);
		const set = element?.optionSet;
		if (!set || (word !== '' && !meansEmpty(set, value))) return undefined;
		return {
			message:
				word === ''
					? `${element.column} contains only spaces. Leave it empty.`
					: `${element.column} has no code "${shown(value)}". Leave the field empty instead.`,
			fixes: () => [setValue('Empty the Field', column, '', true)],
		};
	},
};
