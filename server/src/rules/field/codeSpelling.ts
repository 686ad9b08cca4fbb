import { optionSpelled } from '../../spec/meaning';
import { amplifyArticle } from '../../spec/sources';
import { codeWithLabel, shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';

export const codeSpelling: FieldRule = {
	id: 'field/code-spelling',
	severity: 'warning',
	title: 'The code is spelled otherwise',
	why: 'Another case, a blank or a quote around the code makes it another text, and nothing on the way to the report puts it right.',
	source: amplifyArticle,
	example: { table: 'students.csv', bad: { Gender: 'f' }, good: { Gender: 'F' } },

	appliesTo: (element) => element?.optionSet !== undefined,
	checkField({ element, value, column }) {
		const option = element?.optionSet && optionSpelled(element.optionSet, value);
		if (!option || option.code === value) return undefined;
		return {
			message: `"${shown(value)}" is not spelled as the code of ${element?.column}. Use ${codeWithLabel(option)}.`,
			fixes: () => [setValue(`Use ${codeWithLabel(option)}`, column, option.code, true)],
		};
	},
};
