/** One row of the table: a figure and its goal. */
export interface Row {
	readonly what: string;
	readonly against: string;
	/** The largest figure that meets the goal. */
	readonly goal: number;
	/** Undefined if it could not be measured; `detail` says why. */
	readonly figure: number | undefined;
	readonly unit?: 'times' | 'ms';
	/** The measurements that the figure is calculated from, in a line below the row. */
	readonly detail: string;
	/** All measurements, for the record of the run. */
	readonly raw?: object;
}

/** Whether a figure meets its goal; `smoke` if the sizes are too small to tell. */
export type Verdict = 'met' | 'missed' | 'not measured' | 'smoke';

/** A figure above its goal by more than this factor fails the run; a smaller miss may be noise. */
const GRACE = 1.2;

/** Whether a figure meets its goal. */
export function verdictOf({ figure, goal }: Row, smoke: boolean): Verdict {
	if (figure === undefined) return 'not measured';
	if (smoke) return 'smoke';
	return figure <= goal ? 'met' : 'missed';
}

/** Whether a figure misses its goal by so much that the run fails. */
export function isFailure({ figure, goal }: Row): boolean {
	return figure !== undefined && figure > goal * GRACE;
}
