/** One line of the table. */
export interface Row {
	readonly what: string;
	readonly against: string;
	/** The figure must not be above it. */
	readonly goal: number;
	/** Undefined where it could not be measured here; `beside` says why. */
	readonly figure: number | undefined;
	readonly unit?: 'times' | 'ms';
	/** What stands beside the figure: what it was made of. */
	readonly beside: string;
	/** All that was measured for it. */
	readonly raw?: object;
}

export type Verdict = 'held' | 'missed' | 'not here' | 'smoke';

/** A miss by so much is a failure of the whole run; less may be the machine. */
const GRACE = 1.2;

export function verdictOf({ figure, goal }: Row, smoke: boolean): Verdict {
	if (figure === undefined) return 'not here';
	if (smoke) return 'smoke';
	return figure <= goal ? 'held' : 'missed';
}

export function isFailure({ figure, goal }: Row): boolean {
	return figure !== undefined && figure > goal * GRACE;
}
