import { students } from '../../spec';
import { type KeyRule, setValue } from '../rule';
import { plain } from '../suggest';

export const conflictingRows: KeyRule = {
	id: 'table/conflicting-rows',
	severity: 'error',
	title: 'Rows of one student disagree',
	why: 'A student may stand on several rows, one per contact. The demographics must then be the same on each, or it is not defined which ones count.',
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n1,5,Reyes,Ana,M\n',
		good: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n1,5,Reyes,Ana,F\n',
	},

	appliesToTable: (table) => table.repeatsKey,
	checkKey(key, rows, report) {
		for (const { column, optionSet } of students.elements) {
			if (!optionSet) continue;
			const first = rows.findIndex((row) => row.value(column));
			const value = first < 0 ? undefined : rows[first]?.value(column);
			if (value === undefined) continue;
			for (let index = first + 1; index < rows.length; index++) {
				const row = rows[index];
				const other = row?.value(column);
				if (!row || !other || plain(other) === plain(value)) continue;
				report(
					index,
					{
						message: `${column} is "${other}" here and "${value}" in an earlier row of the same student, "${key}". Make them the same.`,
						fixes: () => [setValue(`Use "${value}" as in the earlier row`, row.column(column), value)],
					},
					{ column: row.column(column) },
					first,
				);
			}
		}
	},
};
