import { rfc4180 } from '../../spec/sources';
import { formatNumber } from '../../wording';
import type { FileRule } from '../rule';

export const mixedLineBreaks: FileRule = {
	id: 'csv/mixed-line-breaks',
	severity: 'warning',
	tellsValue: false,
	title: 'The rows end in different line breaks',
	why: 'A file that was joined from two systems ends some rows in CRLF (Windows) and others in LF. A program that expects one of them reads several rows as one.',
	source: rfc4180,
	needsBytes: true,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id,ext.migrant_status\r\n1,Yes\n2,No\r\n',
		good: 'sis_id,ext.migrant_status\r\n1,Yes\r\n2,No\r\n',
	},

	checkFile({ lineBreaks: { crlf, lf, cr } }, report) {
		const counts = [
			['CRLF', crlf],
			['LF', lf],
			['CR', cr],
		] as const;
		const kinds = counts.filter(([, count]) => count > 0);
		if (kinds.length < 2) return;
		const list = kinds.map(([name, count]) => `${formatNumber(count)} in ${name}`).join(', ');
		report({ message: `The rows end in different line breaks: ${list}. Save the file with one kind.` });
	},
};
