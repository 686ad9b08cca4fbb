import { isBlankRecord } from '../../csv/blankRecord';
import { rfc4180 } from '../../spec/sources';
import { deleteRow } from '../fix';
import type { StructureRule } from '../rule';

export const blankLine: StructureRule = {
	id: 'csv/blank-line',
	severity: 'warning',
	tellsValue: false,
	title: 'The row is empty',
	why: 'An empty line, or the row of commas that Excel leaves in place of a deleted row, is read as a row without an ID.',
	source: rfc4180,
	hidesFields: true,
	unnecessary: true,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id,ext.migrant_status\n1,Yes\n\n2,No\n',
		good: 'sis_id,ext.migrant_status\n1,Yes\n2,No\n',
	},

	checkStructure(record, report) {
		if (!isBlankRecord(record)) return;
		report(
			{ message: 'This row is empty. Remove it.', fixes: () => [deleteRow] },
			{ column: 0, start: 0, end: record.fields.end - record.start },
		);
	},
};
