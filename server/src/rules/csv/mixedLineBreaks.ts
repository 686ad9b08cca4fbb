import { rfc4180 } from '../../spec/sources';
import type { FileRule } from '../rule';

export const mixedLineBreaks: FileRule = {
	id: 'csv/mixed-line-breaks',
	severity: 'warning',
	title: 'The rows end in different line breaks',
	why: 'A file glued together from two systems ends some rows in CRLF (Windows) and others in LF. A program that settles on one of them reads several rows as one.',
	source: rfc4180,
	cliOnly: true,
	example: {
		table: 'students_ext.csv',
		bad: 'sis_id,ext.migrant_status\r\n1,Yes\n2,No\r\n',
		good: 'sis_id,ext.migrant_status\r\n1,Yes\r\n2,No\r\n',
	},

	checkFile({ lineBreaks: { crlf, lf, cr } }, report) {
		const found = [
			['CRLF', crlf],
			['LF', lf],
			['CR', cr],
		].filter(([, times]) => times !== 0);
		if (found.length < 2) return;
		const list = found.map(([name, times]) => `${times} in ${name}`).join(', ');
		report({ message: `The rows end in different line breaks: ${list}. Save the file with one kind.` });
	},
};
