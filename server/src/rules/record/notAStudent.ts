import { ownInference } from '../../spec/sources';
import { shown } from '../../wording';
import { deleteRow } from '../fix';
import type { StructureRule } from '../rule';
import { remarkIn } from './noStudent';

export const notAStudent: StructureRule = {
	id: 'record/not-a-student',
	severity: 'warning',
	tellsValue: false,
	title: 'The row is not a student',
	why: 'Reports and database programs add lines of dashes, totals, titles and page numbers. Each is read as a student.',
	source: ownInference,
	hidesFields: true,
	standsAlone: true,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id,ext.migrant_status\n1,Yes\nTotal: 1,\n',
		good: 'sis_id,ext.migrant_status\n1,Yes\n',
	},

	checkStructure(record, report) {
		const remark = remarkIn(record);
		if (!remark) return;
		const { text, isLine } = remark;
		const what = isLine ? 'a line between rows' : `"${shown(text)}"`;
		report(
			{
				message: `This row is ${what}, not a ${record.layout.table.subject}. Remove it.`,
				fixes: () => [{ ...deleteRow, preferred: isLine }],
			},
			{ column: 0, start: 0, end: record.fields.end - record.start },
		);
	},
};
