import type { Readiness } from './readinessTypes';

/**
 * The coverage report for handing on. Every number of students in it but that of the district is a range that was
 * chosen without looking at the numbers, so that none can be worked out. School IDs, and the
 * names of these schools, are its only text from the files.
 */

/** Whole numbers between two bounds, both included. */
export interface CountRange {
	readonly from: number;
	readonly to: number;
}

/** A share in whole percent between two bounds, both included. */
export interface ShareRange {
	readonly from: number;
	readonly to: number;
}

/** A code of a column, and how many students have it. */
export interface SavedCode {
	/** As it is written in the file. */
	readonly code: string;
	/** What the code means, in a few words. */
	readonly label: string;
	/** Students with exactly this code. */
	readonly students: CountRange;
}

/** The counts of one column of codes. */
export interface SavedCounts {
	/** In the order of the standard. Of a long list, only codes whose range does not begin at zero. */
	readonly codes: readonly SavedCode[];
	/** How many codes are left out, each of which has a number of students in `few`. */
	readonly otherCodes: number;
	/** The lowest range, which begins at zero. */
	readonly few: CountRange;
	/** Students with a code; undefined for a category that not every student needs, as is `noCode`. */
	readonly withCode?: CountRange | undefined;
	/** Students with a value that is no code, or without any. Apart they would tell how many errors there are. */
	readonly noCode?: CountRange | undefined;
}

/** One category, with or without counts. */
export interface SavedCategory {
	/** The exact name of the column. */
	readonly column: string;
	/** What the column holds, in a few words. */
	readonly title: string;
	/** The exact name of the file that was counted; undefined if neither file has the column. */
	readonly fileName: string | undefined;
	/** Who needs a value, where not every student does: "students with IDEA". Their number is not told apart. */
	readonly neededBy?: string | undefined;
	/** Undefined if neither file has the column, or the district has too few students. */
	readonly counts: SavedCounts | undefined;
}

/** A school that is large enough to be named. */
export interface SavedSchool {
	/** The School_id. */
	readonly id: string;
	/** From schools.csv; undefined where it might be anything but the name of a school. */
	readonly name?: string | undefined;
	readonly students: CountRange;
	/**
	 * The share of its students with a code, for each category that has a file, in the order of the report's categories;
	 * undefined where that could tell a count, and for a category that not every student needs.
	 */
	readonly withCode: readonly (ShareRange | undefined)[];
}

/** The schools of a district. */
export interface SavedSchools {
	/** In the order of their first rows. */
	readonly listed: readonly SavedSchool[];
	/** How many more there are, each with a number of students in `few`. */
	readonly others: number;
	/** How many larger ones there are whose IDs may be something else, such as a name. */
	readonly notNamed: number;
	/** The lowest range, which begins at one. */
	readonly few: CountRange;
	/** Students without a school. */
	readonly noSchool: CountRange;
}

/** The counts of the two files of a district, for handing on. */
export interface SavedReport {
	/** The exact names of the files that were counted. */
	readonly files: readonly string[];
	/** Students in all; undefined if there are fewer than `fewest`, and then nothing is counted. */
	readonly students: number | undefined;
	/** The setting `smallCounts`: the least width of the ranges. */
	readonly fewest: number;
	/** Every column of codes that Amplify reads, whether a file has it or not. */
	readonly categories: readonly SavedCategory[];
	/**
	 * `none` if no file has a column of school IDs or too few students; `not-ids` if it holds something else than school
	 * IDs, or most schools are too small.
	 */
	readonly schools: SavedSchools | 'none' | 'not-ids';
	/**
	 * How the files stand before an upload: no count, no value, and no reason that tells a count. Undefined without counts:
	 * of a few students, even that all are without an error tells something.
	 */
	readonly readiness: Readiness | undefined;
}
