import { repairMojibake } from '../../csv/mojibake';
import { cleverSftp } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';

export const mojibake: FieldRule = {
	id: 'csv/mojibake',
	severity: 'warning',
	title: 'Accented letters were read in the wrong encoding',
	why: 'The file was saved as UTF-8 and opened as Windows-1252, so that each accented letter became two or three others. Saved again, the name is wrong for everybody.',
	source: cleverSftp,
	example: { table: 'students.csv', bad: { Last_name: 'MuÃ±oz' }, good: { Last_name: 'Muñoz' } },

	appliesTo: () => true,
	prefilter: { odd: true },
	checkField({ element, header, value, column }) {
		const repaired = repairMojibake(value);
		if (repaired === undefined) return undefined;
		const name = element?.column ?? shown(header);
		if (element?.kind === 'secret') {
			return {
				message: `${name} has letters that were read in the wrong encoding. Repair them.`,
				fixes: () => [setValue('Repair the Letters', column, repaired, true)],
			};
		}
		return {
			message: `${name} has "${shown(value)}", which is "${shown(repaired)}" read in the wrong encoding.`,
			fixes: () => [setValue(`Use "${shown(repaired)}"`, column, repaired, true)],
		};
	},
};
