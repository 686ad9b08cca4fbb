import { optionByCode } from '../../spec/meaning';
import { amplifyArticle } from '../../spec/sources';
import { codeWithLabel, shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';

export const codeSpelling: FieldRule = {
	id: 'field/code-spelling',
	severity: 'warning',
	tellsValue: false,
	title: 'The code is spelled differently',
	why: 'A code in another case, or with a space or a quote around it, is a different value. Clever passes extension fields on as they are, so write the code exactly.',
	source: amplifyArticle,
	example: { table: 'students.csv', bad: { Gender: 'f' }, good: { Gender: 'F' } },

	appliesTo: (element) => element?.optionSet !== undefined,
	portable: { kind: 'words' },
	checkField({ element, value, column }) {
		const option = element?.optionSet && optionByCode(element.optionSet, value);
		if (!option || option.code === value) return undefined;
		return {
			message: `${element?.column} has "${shown(value)}" instead of the code ${shown(option.code)}. Use ${codeWithLabel(option)}.`,
			fixes: () => [setValue(`Use ${codeWithLabel(option)}`, column, option.code, true)],
		};
	},
};
