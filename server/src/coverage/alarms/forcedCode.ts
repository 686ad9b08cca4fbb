import { forcedCodes } from '../../spec/exportFaults';
import { formatNumber, formatPercent } from '../../wording';
import { filled, type StudentCounts, studentsWithCode } from '../counting/counts';
import type { Alarm } from '../reportTypes';

/** Of fewer students, nearly all may have one code by chance. */
const MIN_STUDENTS = 50;
/** The share of students who have the code. */
const NEARLY_ALL = 0.98;

/** Finds codes that nearly all students with one code of another column have: a table of codes may write them. */
export function forcedCode({ groups, columns }: StudentCounts): readonly Alarm[] {
	return forcedCodes.flatMap(({ column, code, otherColumn, otherCode, cause }) => {
		const given = columns.find(({ element }) => element.column === column);
		const other = columns.find(({ element }) => element.column === otherColumn);
		const group = groups.find(
			({ of, column: counted }) => of.column === column && of.code === code && counted === otherColumn,
		);
		if (!given || !other || !group) return [];
		const option = other.element.optionSet.options.findIndex((one) => one.code === otherCode);
		const all = filled(group.students);
		const part = studentsWithCode(group.students, option);
		if (all < MIN_STUDENTS || part < NEARLY_ALL * all) return [];
		return [
			{
				column: otherColumn,
				title: `Nearly every student with ${column} ${code} has ${otherColumn} ${otherCode}`,
				message: `${formatPercent(part, all)} of ${formatNumber(all)} students with ${code} in ${column} have ${otherCode} in ${otherColumn}. Check the table of codes of your export.`,
				cause,
				target: { fileName: given.fileName, column, show: { values: [code] } },
			},
		];
	});
}
