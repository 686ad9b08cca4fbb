import { ownInference } from '../../spec/sources';
import { deleteRow } from '../fix';
import type { StructureRule } from '../rule';
import { isRepeatedHeader } from './noStudent';

export const repeatedHeader: StructureRule = {
	id: 'record/repeated-header',
	severity: 'error',
	tellsValue: false,
	title: 'The header appears again among the rows',
	why: 'Files that were joined have the header of each. Below the first row it is read as a student whose ID is the name of a column.',
	source: ownInference,
	hidesFields: true,
	standsAlone: true,
	unnecessary: true,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id,ext.migrant_status\n1,Yes\nsis_id,ext.migrant_status\n2,No\n',
		good: 'sis_id,ext.migrant_status\n1,Yes\n2,No\n',
	},

	checkStructure(record, report) {
		if (!isRepeatedHeader(record)) return;
		report(
			{ message: 'This row is the header again, not a student. Remove it.', fixes: () => [deleteRow] },
			{ column: 0, start: 0, end: record.fields.end - record.start },
		);
	},
};
