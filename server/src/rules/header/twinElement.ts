import { cleverSftpNewer } from '../../spec/sources';
import type { HeaderRule } from '../rule';

export const twinElement: HeaderRule = {
	id: 'header/twin-element',
	severity: 'information',
	title: "The column is Clever's own twin of an extension column",
	why: 'Clever has columns of its own for Section 504 and disability (Y/N). Amplify reads the extension columns (Yes/No), so values in the twin alone do not reach its reports.',
	source: cleverSftpNewer,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,Section_504_status\n1,5,Reyes,Ana,Y\n',
		good: 'Student_id,School_id,Last_name,First_name,ext.section_504_status\n1,5,Reyes,Ana,Yes\n',
	},

	checkHeader({ layout }, report) {
		for (const { index, element } of layout.columns) {
			if (!element?.twin) continue;
			const beside =
				layout.indexOf(element.twin) >= 0 ? 'stands in this file too' : 'goes into students_ext.csv';
			report(
				{
					message: `${element.column} is Clever's own column (Y/N). Amplify reads ${element.twin} (Yes/No), which ${beside}.`,
				},
				{ column: index },
			);
		}
	},
};
