import { cleverSftp } from '../../spec/sources';
import type { FileRule } from '../rule';

export const byteOrderMark: FileRule = {
	id: 'csv/byte-order-mark',
	severity: 'information',
	tellsValue: false,
	title: 'The file starts with a byte order mark',
	why: 'Excel writes this invisible mark at the start of a "CSV UTF-8" file. Programs that do not expect it read it as part of the first column name.',
	source: cleverSftp,
	needsBytes: true,
	example: {
		table: 'students_ext.csv',
		bad: '\ufeffsis_id,ext.migrant_status\n1,Yes\n',
		good: 'sis_id,ext.migrant_status\n1,Yes\n',
	},

	checkFile({ byteOrderMark }, report) {
		if (!byteOrderMark) return;
		report({
			message:
				'The file starts with a byte order mark. If Clever misses the first column, save it as UTF-8 without one.',
		});
	},
};
