/** What changed from one upload to the next. Everything about students stays in memory, for as long as it is shown. */

import type { Source } from '../../spec';

/** What an alarm is about. The command line prints these, so they stay as they are. */
export type ChangeAlarmId =
	/** More students are gone than usual. */
	| 'students-gone'
	/** Many IDs are under other names now. */
	| 'ids-moved'
	/** Of those with a value in a category, more have none anymore than usual; or the category is not sent anymore. */
	| 'category-emptied'
	/** A school has no students anymore. */
	| 'school-gone'
	/** Nobody has a code anymore. */
	| 'code-gone'
	/** Nearly all students with one code have the same other value now. */
	| 'flipped'
	/** A column or a file that one side lacks, where no value was lost; or one that cannot be compared. */
	| 'not-compared';

/** A difference that looks like a fault of the export, and may be right. */
export interface ChangeAlarm {
	readonly id: ChangeAlarmId;
	/** What is wrong and what to do, for people. It quotes column names, codes and IDs of schools. */
	readonly message: string;
	/** The exact name of the column, where it is about one. */
	readonly column?: string;
	/** The exact name of the file, where it is about one. */
	readonly fileName?: string;
	/** The school, or the codes, that it is about, where one file or column can have several such alarms. */
	readonly subject?: string;
	/** How many students it is about. */
	readonly count: number;
	/** What a document says about such a change. */
	readonly source?: Source;
}

/** A student in a list. */
export interface ListedStudent {
	/** Exactly as the file has it. */
	readonly id: string;
	/** Last name, comma, first name; empty where the files do not tell it, or beyond the first 10,000 of a list. */
	readonly name: string;
	/** The School_id; empty where the files do not tell it. */
	readonly school: string;
}

/** A value that became another one in so many students who are on both sides. */
export interface ChangedValue {
	/** The value as it was; '' for an empty field. */
	readonly from: string;
	/** The value as it is now; '' for an empty field. */
	readonly to: string;
	readonly count: number;
	/** By the school in which the students are now. Most students first. */
	readonly bySchool: readonly { readonly school: string; readonly count: number }[];
}

/** How a category changed in the students who are on both sides. */
export interface CategoryChanges {
	/** The exact name of its column. */
	readonly element: string;
	/** Its name for people who know no columns. */
	readonly heading: string;
	/** The exact name of the file that has the column on the new side, else on the old one; undefined where none has. */
	readonly fileName: string | undefined;
	/** Whether both sides have the column. Where not, all counts are 0. */
	readonly compared: boolean;
	/** Students with another value than before. */
	readonly changed: number;
	/** Students whose value is gone. */
	readonly emptied: number;
	/** Students who had no value before. */
	readonly filled: number;
	/** Those of the three above by their values. Most students first. */
	readonly changes: readonly ChangedValue[];
}

/** The differences in one school. Values are counted in the school where a student is now. */
export interface SchoolChanges {
	/** The School_id; empty for students without a school. */
	readonly id: string;
	/** Its students. */
	readonly before: number;
	readonly after: number;
	/** Students who are on one side only. */
	readonly added: number;
	readonly gone: number;
	/** Values of students on both sides, over all categories. */
	readonly changed: number;
	readonly emptied: number;
	readonly filled: number;
}

/** All differences between two sides, each with one or both files of a district. */
export interface DistrictChanges {
	readonly students: {
		readonly before: number;
		readonly after: number;
		readonly inBoth: number;
		/** The students of one side only, by their exact IDs, in the order of the file. */
		readonly added: readonly ListedStudent[];
		readonly gone: readonly ListedStudent[];
		/** Those of `gone` and `added` whose IDs differ by leading zeros only. */
		readonly zerosChanged: readonly { readonly before: ListedStudent; readonly after: ListedStudent }[];
		/** IDs on both sides under which another last name and another first name stand now. */
		readonly moved: readonly { readonly before: ListedStudent; readonly after: ListedStudent }[];
		/** How many such IDs there are; `moved` has the first 10,000. */
		readonly movedCount: number;
	};
	/** Most differences first; empty where a side has no column of schools. */
	readonly schools: readonly SchoolChanges[];
	/** All categories, in the order of the tables. */
	readonly categories: readonly CategoryChanges[];
	/** The gravest first. */
	readonly alarms: readonly ChangeAlarm[];
	/** What else a reader must know, in sentences: sides that may be swapped, other IDs, rows that cannot be read. */
	readonly notes: readonly string[];
}
