import { type OptionSet, students } from '../../spec';
import { cleverSftp } from '../../spec/sources';
import { isNullWord } from '../field/nullWord';
import { type KeyRule, setValue } from '../rule';
import { optionMeant, optionSpelled, plain } from '../suggest';
import { shown } from '../words';

export const conflictingRows: KeyRule = {
	id: 'table/conflicting-rows',
	severity: 'error',
	title: 'Rows of one student disagree',
	why: 'A student may stand on several rows, one per contact. The demographics must then be the same on each, or it is not defined which ones count.',
	source: cleverSftp,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n1,5,Reyes,Ana,M\n',
		good: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n1,5,Reyes,Ana,F\n',
	},

	appliesToTable: (table) => table.repeatsKey,
	checkKey(key, rows, report) {
		for (const { column, optionSet } of students.elements) {
			if (!optionSet) continue;
			const said = rows.map((row) => meaningOf(optionSet, row.value(column)));
			const first = said.findIndex((meaning) => meaning !== undefined);
			const value = rows[first]?.value(column) ?? '';
			for (let index = first + 1; index < rows.length; index++) {
				const row = rows[index];
				const other = row?.value(column) ?? '';
				if (!row || said[index] === undefined || said[index] === said[first]) continue;
				report(
					index,
					{
						message: `${column} is "${shown(other)}" here and "${shown(value)}" in an earlier row of the same student, "${shown(key)}". Make them the same.`,
						fixes: () => [setValue(`Use "${shown(value)}" as in the earlier row`, row.column(column), value)],
					},
					{ column: row.column(column) },
					first,
				);
			}
		}
	},
};

/** What a value says, however it is spelled: "Male" and M are no conflict, and nothing conflicts with nothing. */
function meaningOf(set: OptionSet, value = ''): string | undefined {
	const option = optionSpelled(set, value) ?? optionMeant(set, value);
	if (option) return option.code;
	return isNullWord(value) ? undefined : plain(value);
}
