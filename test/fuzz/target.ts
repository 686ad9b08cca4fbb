import type { Random } from '../csv/random';

/** Something to attack with random cases. A case is plain data, so that a failure can be kept as a fixture. */
export interface Target<T> {
	/** What is attacked, as `--only` names it. */
	readonly name: string;
	/** Draws a case. It must end, and soon, when each choice is the first. */
	readonly draw: (random: Random) => T;
	/** Cases to try before any that is drawn. */
	readonly corpus: readonly T[];
	/** Throws where a case shows a fault. */
	readonly check: (one: T) => void | Promise<void>;
	/** Ends what the checks have started. */
	readonly stop?: () => Promise<void>;
}
