/** The stable interface for other programs: the output of `compare --format json`. Fields are only ever added. */

import type { ChangeAlarm, DistrictChanges, SchoolChanges } from '../compare/changes/changesTypes';

/** The whole output of `compare --format json`. With exit status 2 it is empty. */
export interface CompareOutput {
	readonly students: {
		/** Students on either side, each counted once. */
		readonly before: number;
		readonly after: number;
		readonly inBoth: number;
		/** The IDs of those on one side only, in the order of their file. */
		readonly added: readonly string[];
		readonly gone: readonly string[];
		/** Pairs of `gone` and `added` that differ by leading zeros only. */
		readonly zerosChanged: readonly { readonly before: string; readonly after: string }[];
		/** IDs under which another last name and another first name stand now; at most 10,000. */
		readonly moved: readonly string[];
	};
	/** All categories. */
	readonly categories: readonly {
		/** The exact name of the column. */
		readonly element: string;
		/** Whether both sides have the column. Where not, all counts are 0. */
		readonly compared: boolean;
		/** Students on both sides: with another value, without a value now, and with one now. */
		readonly changed: number;
		readonly emptied: number;
		readonly filled: number;
		/** Most students first. `from` and `to` are values as they are in the files; an empty one is no value. */
		readonly changes: readonly { readonly from: string; readonly to: string; readonly count: number }[];
	}[];
	/** Most differences first; empty where a side has no School_id. */
	readonly schools: readonly SchoolChanges[];
	/** The gravest first. Exit status 1 where there is one. */
	readonly alarms: readonly Pick<ChangeAlarm, 'id' | 'message' | 'column' | 'fileName'>[];
	/** What else a reader must know, in sentences for people. */
	readonly notes: readonly string[];
}

/** A comparison for other programs: IDs and counts, and no names. */
export function outputOf({ students, categories, schools, alarms, notes }: DistrictChanges): CompareOutput {
	const { before, after, inBoth, added, gone, zerosChanged, moved } = students;
	return {
		students: {
			before,
			after,
			inBoth,
			added: added.map(({ id }) => id),
			gone: gone.map(({ id }) => id),
			zerosChanged: zerosChanged.map((pair) => ({ before: pair.before.id, after: pair.after.id })),
			moved: moved.map((pair) => pair.after.id),
		},
		categories: categories.map(({ element, compared, changed, emptied, filled, changes }) => ({
			element,
			compared,
			changed,
			emptied,
			filled,
			changes: changes.map(({ from, to, count }) => ({ from, to, count })),
		})),
		schools,
		alarms: alarms.map(({ id, message, column, fileName }) => ({ id, message, column, fileName })),
		notes,
	};
}
