import { isExtension } from '../../spec';
import { emptyColumns } from '../../spec/exportFaults';
import { countOf, plural, wordList } from '../../wording';
import { filled, type StudentCounts } from '../counting/counts';
import type { Alarm } from '../reportTypes';
import type { AlarmFacts } from './alarmFacts';

/** In a smaller district nobody may be in the programs. */
const MIN_STUDENTS = 50;

/**
 * Finds the columns that a known system always leaves empty, by which columns are empty: exactly those, while all others
 * of the file have values. Columns that come from other files or are never sent do not count.
 */
export function alwaysEmpty({ columns, students }: StudentCounts, { notSent }: AlarmFacts): readonly Alarm[] {
	if (students < MIN_STUDENTS) return [];
	const counted = columns.filter(
		({ element: { column } }) => !isExtension(column) && !notSent.includes(column),
	);
	const empty = counted.filter((column) => filled(column.students) === 0);
	if (empty.length === counted.length) return [];
	const names = empty.map(({ element }) => element.column);
	const fault = emptyColumns.find(
		(one) => one.columns.length === names.length && one.columns.every((column) => names.includes(column)),
	);
	const [first] = empty;
	if (!fault || !first) return [];
	const { fileName, element } = first;
	return [
		{
			column: element.column,
			...(names.length > 1 && { otherColumns: names.slice(1) }),
			title: `${wordList(names)} ${plural(names.length, 'is', 'are')} empty for all students`,
			message: `None of ${countOf(students, 'student')} has a value, but every other category of ${fileName} has some. Check what your export can send.`,
			cause: fault.cause,
			target: { fileName, column: element.column, show: 'column' },
		},
	];
}
