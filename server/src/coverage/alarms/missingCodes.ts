import { lostCodes } from '../../spec/exportFaults';
import { codeWithLabel, formatNumber } from '../../wording';
import { type ColumnCounts, studentsWithCode, valueCounts } from '../counting/counts';
import type { Alarm } from '../reportTypes';
import { allNo } from './allNo';

/** In a smaller district a code may well belong to no student. */
const MIN_STUDENTS = 500;
/** A longer list, such as the languages, holds many codes that no student has. */
const MAX_CODES = 20;

/**
 * Finds codes that no student has although the codes next to them occur: an export that can never produce a code looks
 * like this. A wrong value may mean the missing code, and is an error by itself.
 */
export function missingCodes(counted: ColumnCounts): readonly Alarm[] {
	const { element, students, fileName } = counted;
	const { column } = element;
	const options = element.optionSet.options.filter(({ accepted }) => !accepted);
	const { valid, wrong } = valueCounts(element, students);
	if (valid < MIN_STUDENTS || wrong > 0 || options.length > MAX_CODES || allNo(counted).length > 0) return [];
	const occurs = (option: number): boolean => studentsWithCode(students, option) > 0;
	return options
		.filter(
			(_, option) =>
				!occurs(option) &&
				[option - 1, option + 1].every((neighbor) => !(neighbor in options) || occurs(neighbor)),
		)
		.map((option) => ({
			column,
			title: `No student has ${codeWithLabel(option)}`,
			message: `None of ${formatNumber(valid)} students has ${codeWithLabel(option)}. Check that your export can produce this code.`,
			cause: lostCodes.find((lost) => lost.column === column && lost.code === option.code)?.cause,
			target: { fileName, column, show: 'column' },
		}));
}
