import { rfc4180 } from '../../spec/sources';
import type { FileRule } from '../rule';

export const crLineBreaks: FileRule = {
	id: 'csv/cr-line-breaks',
	severity: 'warning',
	tellsValue: false,
	title: 'The rows end in CR alone',
	why: 'CR is the line break of old Macs, and of Excel\'s "CSV (Macintosh)". Most programs today do not know it, and read the whole file as one row.',
	source: rfc4180,
	needsBytes: true,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id,ext.migrant_status\r1,Yes\r2,No\r',
		good: 'sis_id,ext.migrant_status\n1,Yes\n2,No\n',
	},

	checkFile({ lineBreaks: { crlf, lf, cr } }, report) {
		if (cr === 0 || crlf + lf > 0) return;
		report({
			message:
				'The rows end in CR alone, so most programs read the whole file as one row. Save it with CRLF or LF.',
		});
	},
};
