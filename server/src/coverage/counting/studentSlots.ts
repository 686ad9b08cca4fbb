import { categories } from '../../spec';
import { forcedCodes } from '../../spec/exportFaults';
import { FIRST_CODE } from './blockCounts';
import type { ColumnCounts, GroupCounts } from './counts';
import type { SchoolCounts } from './schoolCounts';

/** Which students are counted in which column: those who have a code of another column. */
type Group = Pick<GroupCounts, 'of' | 'column'>;

/** Those who need a value of a column, for each that not every student needs, and those who may have a forced code. */
const groups: readonly Group[] = [
	...categories.flatMap(({ column, neededWhere }) => (neededWhere ? [{ of: neededWhere, column }] : [])),
	...forcedCodes.map(({ otherColumn, ...of }) => ({ of, column: otherColumn })),
];

const columnsOfGroups = new Set(groups.flatMap(({ of, column }) => [of.column, column]));

/** Records the slot of each student in the columns that are counted together, whichever file has them. */
export class StudentSlots {
	readonly #slots = new Map<string, Uint16Array>();

	/** @param most the largest possible number of students. */
	constructor(private readonly most: number) {}

	/** The slots of a column by student, empty at first; undefined for a column that no group needs. */
	of(column: string): Uint16Array | undefined {
		if (!columnsOfGroups.has(column)) return undefined;
		const slots = this.#slots.get(column) ?? new Uint16Array(this.most);
		this.#slots.set(column, slots);
		return slots;
	}

	/** Counts every group of which the files have both columns. */
	counts(columns: readonly ColumnCounts[], students: number, schools: SchoolCounts): GroupCounts[] {
		const find = (name: string): ColumnCounts | undefined =>
			columns.find(({ element }) => element.column === name);
		return groups.flatMap((group) => {
			const given = find(group.of.column);
			const counted = find(group.column);
			const codes = given?.element.optionSet.options ?? [];
			const wanted = FIRST_CODE + codes.findIndex(({ code }) => code === group.of.code);
			const givenSlots = this.#slots.get(group.of.column);
			const slots = this.#slots.get(group.column);
			if (wanted < FIRST_CODE || !counted || !givenSlots || !slots) return [];
			const all = counted.students.map(() => 0);
			const bySchool = counted.bySchool.map(() => [...all]);
			for (let student = 0; student < students; student++) {
				if (givenSlots[student] !== wanted) continue;
				const slot = slots[student] as number;
				const ofSchool = bySchool[schools.of(student)] as number[];
				all[slot] = (all[slot] as number) + 1;
				ofSchool[slot] = (ofSchool[slot] as number) + 1;
			}
			return [{ ...group, students: all, bySchool }];
		});
	}
}
