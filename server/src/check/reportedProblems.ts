/** A problem that others report on a field of the file: no rule has found it. */
export interface ReportedProblem {
	/** The name of the report, for people. */
	readonly source: string;
	readonly severity: 'warning' | 'information';
	readonly message: string;
	/** 0-based; the header is record 0. */
	readonly record: number;
	/** 0-based. */
	readonly column: number;
}

/** How many problems of one source and severity there are in a column. */
export interface ReportedCount extends Pick<ReportedProblem, 'source' | 'severity' | 'column'> {
	readonly count: number;
}

/**
 * The problems that others report on a file. The check neither makes nor counts them: whatever shows findings shows
 * them beside these.
 */
export interface ReportedProblems {
	/** Counts up whenever other problems are shown. */
	readonly revision: number;
	readonly total: number;
	readonly counts: readonly ReportedCount[];
	/** Follows the edits of the checked file until `stop` returns true; returns whether nothing is left. */
	run(stop: () => boolean): boolean;
	/**
	 * Those in the block at a position of the document, in the order of the file; the header is in the first. A problem
	 * of a row stays the same object for as long as its place is the same.
	 */
	inBlock(position: number): readonly ReportedProblem[];
}
