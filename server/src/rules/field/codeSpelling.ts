import { optionSpelled } from '../../spec/meaning';
import { amplifyArticle } from '../../spec/sources';
import { codeWithLabel, shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';

export const codeSpelling: FieldRule = {
	id: 'field/code-spelling',
	severity: 'warning',
	title: 'The code is spelled differently',
	why: 'Different case, a space or a quote makes the code a different text, and nothing on the way to the report corrects it.',
	source: amplifyArticle,
	example: { table: 'students.csv', bad: { Gender: 'f' }, good: { Gender: 'F' } },

	appliesTo: (element) => element?.optionSet !== undefined,
	checkField({ element, value, column }) {
		const option = element?.optionSet && optionSpelled(element.optionSet, value);
		if (!option || option.code === value) return undefined;
		return {
			message: `${element?.column} has "${shown(value)}" instead of the code ${shown(option.code)}. Use ${codeWithLabel(option)}.`,
			fixes: () => [setValue(`Use ${codeWithLabel(option)}`, column, option.code, true)],
		};
	},
};
