import { students } from '../../spec';
import { meaningOf } from '../../spec/meaning';
import { cleverSftp } from '../../spec/sources';
import { quoteUnlessDigits, shown } from '../../wording';
import { setValue } from '../fix';
import type { KeyRule } from '../rule';

export const conflictingRows: KeyRule = {
	id: 'table/conflicting-rows',
	severity: 'error',
	tellsValue: true,
	title: 'Rows of one student disagree',
	why: 'A student may have several rows, one for each contact. If their demographics differ, no document says which ones count.',
	source: cleverSftp,
	example: {
		table: 'students.csv',
		bad: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n1,5,Reyes,Ana,M\n',
		good: 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n1,5,Reyes,Ana,F\n',
	},

	appliesToTable: (table) => table.repeatsKey && table.role === 'roster',
	portableKey: 'disagrees',
	needsDifference: true,
	checkKey(key, report) {
		const firstValues = new Map<
			string,
			{ readonly value: string; readonly meaning: string; readonly index: number }
		>();
		return (row, index) => {
			for (const { column, optionSet } of students.elements) {
				if (!optionSet) continue;
				const other = row.value(column);
				const first = firstValues.get(column);
				if (!other || other === first?.value) continue;
				const meaning = meaningOf(optionSet, other);
				if (meaning === undefined) continue;
				if (!first) firstValues.set(column, { value: other, meaning, index });
				if (!first || meaning === first.meaning) continue;
				const place = row.column(column);
				const { value } = first;
				report(
					{
						message: `${column} is "${shown(other)}" here but "${shown(value)}" in an earlier row of student ${quoteUnlessDigits(key)}. Make them the same.`,
						fixes: () => [setValue(`Use "${shown(value)}" from the Earlier Row`, place, value)],
					},
					{ column: place },
					first.index,
				);
			}
		};
	},
};
