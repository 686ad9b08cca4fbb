import { optionByCode, optionByLabel } from '../../spec/meaning';
import { amplifyArticle } from '../../spec/sources';
import { codeWithLabel, shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';

export const codeLabel: FieldRule = {
	id: 'field/code-label',
	severity: 'warning',
	tellsValue: true,
	title: 'A label is used where the code is expected',
	why: 'The column takes the codes of CEDS options. No document says that labels work too, so the code is the safe choice.',
	source: amplifyArticle,
	example: {
		table: 'students_ext.csv',
		bad: { 'ext.primary_disability_type': 'Autism' },
		good: { 'ext.primary_disability_type': 'AUT' },
	},

	appliesTo: (element) => element?.optionSet?.ceds === true,
	portable: { kind: 'words' },
	checkField({ element, value, column }) {
		const set = element?.optionSet;
		const option = set && !optionByCode(set, value) && optionByLabel(set, value);
		if (!option) return undefined;
		return {
			message: `"${shown(value)}" is a label, not a code of ${element.column}. Use ${codeWithLabel(option)}.`,
			fixes: () => [setValue(`Use ${codeWithLabel(option)}`, column, option.code, true)],
		};
	},
};
