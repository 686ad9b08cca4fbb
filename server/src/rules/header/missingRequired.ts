import { cleverSftp } from '../../spec/sources';
import type { HeaderRule } from '../rule';
import { lookalikesOf, maybeUnderAnotherName, renameFixes } from './lookalikes';
import { addColumnsFix } from './missingElement';

export const missingRequired: HeaderRule = {
	id: 'header/missing-required',
	severity: 'warning',
	tellsValue: false,
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
		const lookalikes = lookalikesOf(layout, missing);
		const absent = missing.filter((name) => !lookalikes.some(({ column }) => column === name));
		const [noun, verb, pronoun] = missing.length === 1 ? ['column', 'is', 'it'] : ['columns', 'are', 'them'];
		const advice =
			lookalikes.length > 0 ? maybeUnderAnotherName(lookalikes) : `Export the file with ${pronoun}.`;
		report(
			{
				message: `The required ${noun} ${missing.join(', ')} ${verb} missing. ${advice}`,
				fixes: () => [...renameFixes(lookalikes), ...(absent.length > 0 ? [addColumnsFix(absent)] : [])],
			},
			{ column: 0, start: 0, end: text.length },
		);
	},
};
