import { cleverSftp } from '../../spec/sources';
import type { HeaderRule } from '../rule';

export const duplicateElement: HeaderRule = {
	id: 'header/duplicate-element',
	severity: 'error',
	title: 'The same column stands twice',
	why: 'It is not defined which of the two is read.',
	source: cleverSftp,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id,ext.migrant_status,ext.migrant_status\n1,Yes,No\n',
		good: 'sis_id,ext.migrant_status\n1,Yes\n',
	},

	checkHeader({ layout }, report) {
		for (const { index, duplicateOf } of layout.columns) {
			if (duplicateOf === undefined) continue;
			report(
				{
					message: `${layout.nameOf(index)} is column ${duplicateOf + 1} already. Delete or rename one of the two.`,
				},
				{ column: index },
			);
		}
	},
};
