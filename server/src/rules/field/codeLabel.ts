import { optionLabelled, optionSpelled } from '../../spec/meaning';
import { amplifyArticle } from '../../spec/sources';
import { codeWithLabel, shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';

export const codeLabel: FieldRule = {
	id: 'field/code-label',
	severity: 'warning',
	title: 'The label of a CEDS option stands for its code',
	why: "The column's values are CEDS option codes. No document says that the label is understood too, so the code is the safe one.",
	source: amplifyArticle,
	example: {
		table: 'students_ext.csv',
		bad: { 'ext.primary_disability_type': 'Autism' },
		good: { 'ext.primary_disability_type': 'AUT' },
	},

	appliesTo: (element) => element?.optionSet?.ceds === true,
	checkField({ element, value, column }) {
		const set = element?.optionSet;
		const option = set && !optionSpelled(set, value) && optionLabelled(set, value);
		if (!option) return undefined;
		return {
			message: `"${shown(value)}" is the label of a code of ${element.column}. Use ${codeWithLabel(option)}.`,
			fixes: () => [setValue(`Use ${codeWithLabel(option)}`, column, option.code, true)],
		};
	},
};
