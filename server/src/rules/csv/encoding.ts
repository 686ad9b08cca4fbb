import { cleverSftp } from '../../spec/sources';
import { countOf } from '../../wording';
import type { HeaderRule, LostLettersRule } from '../rule';

export const encoding: HeaderRule & LostLettersRule = {
	id: 'csv/encoding',
	severity: 'error',
	tellsValue: false,
	title: 'The file is not UTF-8',
	why: 'Clever reads UTF-8. In another encoding, accented letters in names are lost and shown as \ufffd.',
	reason: 'encoding',
	source: cleverSftp,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name\n1,5,Mu\ufffdoz,Ana\n',
		good: 'Student_id,School_id,Last_name,First_name\n1,5,Muñoz,Ana\n',
	},

	checkHeader({ text }, report) {
		const start = text.slice(0, 200);
		const nulls = start.split('\0').length - 1;
		if (nulls * 4 < start.length || nulls === 0) return;
		report(
			{
				message:
					'This file is saved as UTF-16 (Excel\'s "Unicode Text"). Clever reads UTF-8. Save it as "CSV UTF-8".',
				command: { id: 'saveAsUtf8', title: 'Save as UTF-8' },
			},
			{ column: 0, suppressesRest: true, hidesColumns: true },
		);
	},

	checkLostLetters(count) {
		return {
			message: `This file is not UTF-8: ${countOf(count, 'letter')} cannot be read. Save it as UTF-8, or export it again.`,
			command: { id: 'saveAsUtf8', title: 'Reopen as Windows-1252 and Save as UTF-8' },
		};
	},
};
