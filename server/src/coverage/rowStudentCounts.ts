import type { ColumnFacts, FileFacts } from '../check/fileFacts';
import { ruleById } from '../rules';
import { findElement, type Table, tables } from '../spec';
import { EMPTY, FIRST_CODE, NOT_A_CODE } from './counting/blockCounts';
import type { ColumnCounts, StudentCounts } from './counting/counts';

/** A checked file, and how many of its rows have a student ID and can be read. */
export interface CountedRows {
	readonly facts: FileFacts;
	readonly rowsWithId: number;
}

/**
 * The counts of students of the files of a folder, from the counts of their rows: only of files in which each row is a
 * student of its own. Schools are not counted.
 */
export function rowStudentCounts(files: readonly CountedRows[]): StudentCounts {
	const roster = files.find(({ facts }) => facts.role === 'roster') ?? files[0];
	const students = roster?.facts.students ?? 0;
	return {
		students,
		unread: files.reduce((sum, { facts }) => sum + facts.unread, 0),
		schools: undefined,
		columns: files
			.filter((file) => hasRowPerStudent(file, students))
			.flatMap(({ facts }) => columnsOf(facts, students)),
		groups: [],
		idWidths: [],
	};
}

/** Whether each row that can be read is another student, and one of those that are counted. */
function hasRowPerStudent({ facts, rowsWithId }: CountedRows, all: number): boolean {
	const { students, findings } = facts;
	if (rowsWithId !== students || students > all) return false;
	return !findings.some(({ rule: id, count }) => {
		const rule = ruleById(id);
		return count > 0 && rule !== undefined && 'offersRemoval' in rule && rule.offersRemoval === true;
	});
}

function columnsOf({ fileName, columns }: FileFacts, students: number): readonly ColumnCounts[] {
	const table = tables.find((each) => each.fileName === fileName) as Table;
	return columns.flatMap((facts, column): readonly ColumnCounts[] => {
		const element = findElement(table, facts.column);
		if (!element?.optionSet || facts.filled > students) return [];
		const coded = { ...element, optionSet: element.optionSet };
		return [{ element: coded, column, fileName, students: slotsOf(facts, coded, students), bySchool: [] }];
	});
}

/** The students by slot; accepted values, which the declaration does not have, count as no code. */
function slotsOf(
	{ filled, codes }: ColumnFacts,
	{ optionSet }: ColumnCounts['element'],
	students: number,
): readonly number[] {
	const slots = new Array<number>(FIRST_CODE + optionSet.options.length).fill(0);
	for (const [at, { code }] of optionSet.options.entries()) {
		slots[FIRST_CODE + at] = codes.find(({ value }) => value === code)?.rows ?? 0;
	}
	const withCode = slots.reduce((sum, count) => sum + count, 0);
	slots[NOT_A_CODE] = filled - withCode;
	slots[EMPTY] = students - filled;
	return slots;
}
