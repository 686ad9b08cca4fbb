import { siblingTable } from '../../spec';
import { cleverSftpNewer } from '../../spec/sources';
import type { HeaderRule } from '../rule';

export const twinElement: HeaderRule = {
	id: 'header/twin-element',
	severity: 'information',
	title: 'Amplify reads an extension column instead of this one',
	why: "Clever has its own columns for Section 504 and disability (Y or N). Amplify reads the extension columns (Yes or No), so values in Clever's columns alone do not reach its reports.",
	source: cleverSftpNewer,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,Section_504_status\n1,5,Reyes,Ana,Y\n',
		good: 'Student_id,School_id,Last_name,First_name,ext.section_504_status\n1,5,Reyes,Ana,Yes\n',
	},

	checkHeader({ layout, table }, report) {
		for (const { index, element } of layout.columns) {
			if (!element?.twin) continue;
			const { fileName } = siblingTable(table) ?? table;
			const advice = layout.indexOf(element.twin) >= 0 ? 'This file has both.' : `Add it to ${fileName}.`;
			report(
				{
					message: `Amplify reads ${element.twin} (Yes or No), not Clever's own ${element.column} (Y or N). ${advice}`,
				},
				{ column: index },
			);
		}
	},
};
