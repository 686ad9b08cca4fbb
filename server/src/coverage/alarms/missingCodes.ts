import { codeWithLabel, formatNumber } from '../../wording';
import { type ColumnCounts, filled, studentsWithCode } from '../counting/counts';
import { allNo } from './allNo';

/** In a smaller district a code may well belong to no student. */
const MIN_STUDENTS = 500;
/** A longer list, such as the languages, holds many codes that no student has. */
const MAX_CODES = 20;

/**
 * Finds codes that no student has although the codes next to them occur: an export that can never produce a code looks
 * like this. Returns one message per code.
 */
export function missingCodes(column: ColumnCounts): readonly string[] {
	const { options } = column.element.optionSet;
	const values = filled(column.students);
	if (values < MIN_STUDENTS || options.length > MAX_CODES || allNo(column).length > 0) return [];
	const occurs = (option: number): boolean => studentsWithCode(column.students, option) > 0;
	return options
		.filter(
			(_, option) =>
				!occurs(option) &&
				[option - 1, option + 1].every((neighbor) => !(neighbor in options) || occurs(neighbor)),
		)
		.map(
			(option) =>
				`None of ${formatNumber(values)} students has ${codeWithLabel(option)}. Check that your export can produce this code.`,
		);
}
