import { cleverSftp } from '../../spec/sources';
import type { HeaderRule, StructureRule } from '../rule';

const REPLACEMENT = '\ufffd';

export const encoding: HeaderRule & StructureRule = {
	id: 'csv/encoding',
	severity: 'error',
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
					'This file is saved as UTF-16 (Excel\'s "Unicode Text"). Clever reads UTF-8. Reopen it as UTF-16 and save it as "CSV UTF-8".',
			},
			{ column: 0, suppressesRest: true },
		);
	},

	checkStructure({ text, start, fields, layout }, report) {
		if (!text.slice(start, fields.end).includes(REPLACEMENT)) return;
		for (let column = 0; column < fields.count; column++) {
			const from = fields.starts[column] as number;
			const end = fields.ends[column] as number;
			if (!text.slice(from, end).includes(REPLACEMENT)) continue;
			report(
				{
					message: `A letter in ${layout.nameOf(column)} was lost: the file was not saved or not opened as UTF-8. Use "Reopen with Encoding" (often Windows 1252), then save it as UTF-8.`,
				},
				{ column, start: from - start, end: end - start },
			);
		}
	},
};
