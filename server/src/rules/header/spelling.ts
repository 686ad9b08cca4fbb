import { exportersInUse } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { HeaderRule } from '../rule';

export const spelling: HeaderRule = {
	id: 'header/spelling',
	severity: 'hint',
	title: "The column's name is spelled otherwise than Clever does",
	why: "Exporters write the names in upper case, lower case or with a space, and such files are in production. Clever's own spelling is the safe one.",
	source: exportersInUse,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,GENDER\n1,5,Reyes,Ana,F\n',
		good: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n',
	},

	checkHeader({ layout }, report) {
		for (const { index, header, element, duplicateOf } of layout.columns) {
			if (!element || header === element.column || duplicateOf !== undefined) continue;
			report(
				{
					message: `Clever spells "${shown(header)}" as ${element.column}.`,
					fixes: () => [setValue(`Rename to ${element.column}`, index, element.column, true)],
				},
				{ column: index },
			);
		}
	},
};
