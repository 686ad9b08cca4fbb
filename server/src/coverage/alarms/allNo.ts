import { formatNumber } from '../../wording';
import { type ColumnCounts, filled, studentsWithCode } from '../counting/counts';
import type { Alarm } from '../reportTypes';

/** In a smaller district all students may well be the same. */
const MIN_STUDENTS = 50;

/** Finds a column in which every value is No: the export may write No where the status is unknown. */
export function allNo({ element, students, fileName }: ColumnCounts): readonly Alarm[] {
	const { column, optionSet } = element;
	const values = filled(students);
	const no = optionSet.options.findIndex(({ code }) => /^no?$/i.test(code));
	const code = optionSet.options[no]?.code;
	if (code === undefined || values < MIN_STUDENTS || studentsWithCode(students, no) < values) return [];
	return [
		{
			column,
			title: `Every value of ${column} is ${code}`,
			message: `All ${formatNumber(values)} values are ${code}. Where the status is not known, leave the field empty.`,
			cause: 'Some exports write No for each student without a record in the program.',
			target: { fileName, column, show: { values: [code] } },
		},
	];
}
