import { isNullWord, normalizedValue, optionSpelled } from '../../spec/meaning';
import { exportersInUse } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';

export const nullWord: FieldRule = {
	id: 'field/null-word',
	severity: 'warning',
	title: 'A word stands for an empty field',
	why: 'Where a category does not apply, the field stays empty: every known exporter does so. A word such as null or N/A is passed on as if it were a category.',
	source: exportersInUse,
	example: {
		table: 'students_ext.csv',
		bad: { 'ext.primary_disability_type': 'N/A' },
		good: { 'ext.primary_disability_type': '' },
	},

	appliesTo: (element) => element?.optionSet !== undefined,
	checkField({ element, value, column }) {
		const word = normalizedValue(value);
		const set = element?.optionSet;
		if (!set || !isNullWord(value)) return undefined;
		// A district may accept the word: then it is a code.
		if (word !== '' && optionSpelled(set, value)) return undefined;
		return {
			message:
				word === ''
					? `${element.column} holds only blanks. Leave the field empty.`
					: `"${shown(value)}" is no code of ${element.column}. Leave the field empty where nothing applies or nothing is known.`,
			fixes: () => [setValue('Empty the field', column, '', true)],
		};
	},
};
