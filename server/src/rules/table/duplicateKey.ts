import { exportersInUse } from '../../spec/sources';
import { quoteUnlessDigits } from '../../wording';
import { deleteRow } from '../fix';
import type { KeyRule } from '../rule';

export const duplicateKey: KeyRule = {
	id: 'table/duplicate-key',
	severity: 'warning',
	tellsValue: false,
	title: 'The ID appears twice',
	why: 'The file should have one row for each ID. If two rows have the same ID, no document says which one counts.',
	source: exportersInUse,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id,ext.migrant_status\n1,Yes\n1,No\n',
		good: 'sis_id,ext.migrant_status\n1,Yes\n2,No\n',
	},

	appliesToTable: (table) => !table.repeatsKey,
	portableKey: 'repeats',
	needsDifference: false,
	checkKey: (key, report) => (row, index) => {
		if (index === 0) return;
		report(
			{
				message: `An earlier row has the ID ${quoteUnlessDigits(key)} too. Keep one row for each ${row.layout.table.subject}.`,
				fixes: () => [{ ...deleteRow, preferred: false }],
			},
			{ column: row.layout.keyIndex },
			0,
		);
	},
};
