import { exportersInUse } from '../../spec/sources';
import { shown } from '../../wording';
import { deleteRow } from '../fix';
import type { KeyRule } from '../rule';

export const duplicateKey: KeyRule = {
	id: 'table/duplicate-key',
	severity: 'warning',
	title: 'The student stands in the file twice',
	why: 'students_ext.csv has one row per student. Of two, it is not defined which one counts.',
	source: exportersInUse,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id,ext.migrant_status\n1,Yes\n1,No\n',
		good: 'sis_id,ext.migrant_status\n1,Yes\n2,No\n',
	},

	appliesToTable: (table) => !table.repeatsKey,
	needsDifference: false,
	checkKey: (key, report) => (row, index) => {
		if (index === 0) return;
		report(
			{
				message: `The id "${shown(key)}" stands in an earlier row already. Keep one row per student.`,
				fixes: () => [{ ...deleteRow, preferred: false }],
			},
			{ column: row.layout.keyIndex },
			0,
		);
	},
};
