import { cleverSftp } from '../../spec/sources';
import { plural } from '../../wording';
import type { HeaderRule } from '../rule';
import { addColumnsFix } from './missingElement';

export const missingRequired: HeaderRule = {
	id: 'header/missing-required',
	severity: 'warning',
	title: 'A required column is missing',
	why: "Clever's specification asks for School_id, Student_id, Last_name and First_name in students.csv.",
	source: cleverSftp,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,Gender\n1,5,Reyes,F\n',
		good: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n',
	},

	checkHeader({ layout, table, text }, report) {
		const missing = layout.missing(table.required);
		if (missing.length === 0) return;
		const count = missing.length;
		report(
			{
				message: `The required ${plural(count, 'column')} ${missing.join(', ')} ${plural(count, 'is', 'are')} missing. Export the file with ${plural(count, 'it', 'them')}.`,
				fixes: () => [addColumnsFix(missing)],
			},
			{ column: 0, start: 0, end: text.length },
		);
	},
};
