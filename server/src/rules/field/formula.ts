import { trimUnseen } from '../../characters';
import { csvInjection } from '../../spec/sources';
import { shown } from '../../wording';
import type { FieldRule } from '../rule';
import { textFormula } from '../textFormula';

const NUMBER = /^[+-]\s*[\d.,]+%?$/;
const CONTACT_HEADER = /phone|e-?mail|user|password/i;

export const formula: FieldRule = {
	id: 'field/formula',
	severity: 'warning',
	tellsValue: false,
	title: 'A spreadsheet would run the value as a formula',
	why: 'Anyone who opens the file in Excel sees the result instead of the value, and saves the result. A formula can also be an attack.',
	source: csvInjection,
	example: {
		table: 'students.csv',
		bad: { Last_name: '=HYPERLINK("x")' },
		good: { Last_name: 'Hyperlink' },
	},

	appliesTo: (element, header) =>
		element ? element.kind !== 'contact' && element.kind !== 'secret' : !CONTACT_HEADER.test(header),
	prefilter: { startsWith: '=@+-' },
	portable: {
		kind: 'patterns',
		any: [/^[=@+-][\s\S]/],
		none: [NUMBER],
		exceptHeaders: CONTACT_HEADER,
	},
	checkField({ element, header, value, column }) {
		if (value === '' || !'=@+-'.includes(value.charAt(0)) || NUMBER.test(value) || value.length === 1) {
			return undefined;
		}
		const name = element?.column ?? shown(trimUnseen(header));
		const formulaOfText = textFormula(name, column, value);
		if (formulaOfText) return formulaOfText;
		return {
			message: `${name} starts with "${value.charAt(0)}", so a spreadsheet would run it as a formula. Remove the "${value.charAt(0)}".`,
		};
	},
};
