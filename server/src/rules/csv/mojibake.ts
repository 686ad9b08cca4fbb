import { MAY_BE_MISREAD, misreadByteOrderMark, misreadingOf } from '../../csv/mojibake';
import { cleverSftp } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule, HeaderRule } from '../rule';

export const mojibake: FieldRule & HeaderRule = {
	id: 'csv/mojibake',
	severity: 'warning',
	tellsValue: (element) => element?.optionSet !== undefined,
	title: 'Accented letters were read in the wrong encoding',
	why: 'The file was saved as UTF-8 and opened as Windows-1252, so that each accented letter became two or three others. Saved again, the name is wrong for everybody.',
	source: cleverSftp,
	example: { table: 'students.csv', bad: { Last_name: 'MuÃ±oz' }, good: { Last_name: 'Muñoz' } },

	appliesTo: () => true,
	prefilter: { odd: true },
	portable: {
		kind: 'unsaid',
		reason: 'It decodes the letters of a value again.',
		mayReport: () => MAY_BE_MISREAD,
	},
	checkField({ element, header, value, column }) {
		const misreading = misreadingOf(value);
		if (!misreading) return undefined;
		const { repaired, isWhole } = misreading;
		const name = element?.column ?? shown(header);
		const isSecret = element?.kind === 'secret';
		if (repaired === undefined) {
			const what = isSecret ? 'letters that were' : `"${shown(value)}",`;
			return {
				message: `${name} has ${what} read in the wrong encoding, and one letter is lost. Type it again.`,
			};
		}
		if (isSecret) {
			return {
				message: `${name} has letters that were read in the wrong encoding. Repair them.`,
				fixes: () => [setValue('Repair the Letters', column, repaired, isWhole)],
			};
		}
		return {
			message: `${name} has "${shown(value)}", which is "${shown(repaired)}" read in the wrong encoding.`,
			fixes: () => [setValue(`Use "${shown(repaired)}"`, column, repaired, isWhole)],
		};
	},

	checkHeader({ text }, report) {
		const end = misreadByteOrderMark(text);
		if (end === 0) return;
		report(
			{
				message: `The file starts with a byte order mark that was saved as letters, "${text.slice(0, end)}". Remove it.`,
				severity: 'error',
				fixes: () => [
					{
						id: 'remove-letters',
						title: 'Remove the Letters',
						preferred: true,
						target: { kind: 'record' },
						steps: [{ kind: 'text', start: 0, end, text: '' }],
					},
				],
			},
			{ column: 0, start: 0, end, suppressesRest: true },
		);
	},
};
