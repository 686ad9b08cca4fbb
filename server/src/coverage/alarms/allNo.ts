import { formatNumber } from '../../wording';
import { type ColumnCounts, filled, studentsWithCode } from '../counting/counts';

/** In a smaller district all students may well be the same. */
const MIN_STUDENTS = 50;

/** Finds a column in which every value is No: the export may write No where the status is unknown. */
export function allNo({ element, students }: ColumnCounts): readonly string[] {
	const values = filled(students);
	const no = element.optionSet.options.findIndex(({ code }) => /^no?$/i.test(code));
	if (values < MIN_STUDENTS || no < 0 || studentsWithCode(students, no) < values) return [];
	const code = element.optionSet.options[no]?.code;
	return [
		`All ${formatNumber(values)} values are ${code}. Where the status is not known, leave the field empty.`,
	];
}
