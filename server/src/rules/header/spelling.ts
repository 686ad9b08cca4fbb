import { firstOdd } from '../../characters';
import { cleverSftp } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { HeaderRule } from '../rule';

export const spelling: HeaderRule = {
	id: 'header/spelling',
	severity: 'hint',
	tellsValue: false,
	title: 'The column name is spelled differently',
	why: "Clever's SFTP document says that the column names must match exactly, in any order. Files that differ in case, spaces or marks are in use and work, but Clever's spelling is the safe choice.",
	source: cleverSftp,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,GENDER\n1,5,Reyes,Ana,F\n',
		good: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n',
	},

	checkHeader({ layout }, report) {
		for (const { index, header, element, duplicateOf } of layout.columns) {
			if (!element || header === element.column || duplicateOf !== undefined || firstOdd(header)) continue;
			report(
				{
					message: `Clever spells "${shown(header)}" as ${element.column}. Rename the column.`,
					fixes: () => [setValue(`Rename to ${element.column}`, index, element.column, true)],
				},
				{ column: index },
			);
		}
	},
};
