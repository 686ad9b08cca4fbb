import { cleverSftp } from '../../spec/sources';
import type { HeaderRule } from '../rule';

export const emptyFile: HeaderRule = {
	id: 'csv/empty-file',
	severity: 'error',
	tellsValue: false,
	title: 'The file has no header',
	why: 'The first row must name the columns. Without it, nothing in the file can be read.',
	source: cleverSftp,
	example: { table: 'students_ext.csv', bad: '\n', good: 'sis_id,ext.migrant_status\n' },

	checkHeader({ empty, table }, report) {
		if (!empty) return;
		report(
			{ message: `The file is empty. Its first row must name the columns, including ${table.primaryKey}.` },
			{ column: 0, suppressesRest: true, hidesColumns: true },
		);
	},
};
