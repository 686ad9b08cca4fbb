/** The sizes of the files and the numbers of repetitions. */
export interface Sizes {
	/** Rows of the files, by size. */
	readonly small: number;
	readonly middle: number;
	readonly large: number;
	readonly huge: number;
	/** Wrong codes in a file: a few or many. */
	readonly few: number;
	readonly many: number;
	/** Rows pasted and deleted, fields fixed by Fix All, fields of a column-wide edit. */
	readonly pasted: number;
	readonly fixed: number;
	readonly column: number;
	/** How many keystrokes and requests to measure, and the pause in ms after each keystroke. */
	readonly keystrokes: number;
	readonly requests: number;
	readonly pause: number;
	/** Repetitions in one process, processes per measurement, and runs of a command. */
	readonly rounds: number;
	readonly processes: number;
	readonly runs: number;
	/** Rows with a repeated ID in the file of the command line. */
	readonly repeats: number;
	/** How long memory must stay the same to count as idle, in ms. */
	readonly idleMs: number;
}

/** The sizes of a full run. */
export const full: Sizes = {
	small: 20_000,
	middle: 100_000,
	large: 400_000,
	huge: 1_000_000,
	few: 200,
	many: 5000,
	pasted: 10_000,
	fixed: 4000,
	column: 10_000,
	keystrokes: 400,
	requests: 300,
	pause: 10,
	rounds: 9,
	processes: 5,
	runs: 3,
	repeats: 100,
	idleMs: 8000,
};

/** Small sizes, which only show that everything runs. */
export const quick: Sizes = {
	small: 1000,
	middle: 4000,
	large: 8000,
	huge: 20_000,
	few: 50,
	many: 1500,
	pasted: 400,
	fixed: 160,
	column: 400,
	keystrokes: 20,
	requests: 10,
	pause: 1,
	rounds: 3,
	processes: 1,
	runs: 1,
	repeats: 20,
	idleMs: 300,
};
