/** How large, how many and how often; `quick` only shows that everything runs. */
export interface Sizes {
	/** Rows of the files. */
	readonly small: number;
	readonly middle: number;
	readonly large: number;
	readonly huge: number;
	/** Wrong codes in a file. */
	readonly few: number;
	readonly many: number;
	/** Rows pasted and deleted, fields mended, fields of a column-wide edit. */
	readonly pasted: number;
	readonly fixed: number;
	readonly column: number;
	/** How often somebody types, or asks, and the pause in ms after each. */
	readonly keystrokes: number;
	readonly requests: number;
	readonly pause: number;
	/** Rounds in one process, processes of each kind, and whole runs of a command. */
	readonly rounds: number;
	readonly processes: number;
	readonly runs: number;
	/** Rows of a command's file: wrong codes and repeated ids in it. */
	readonly repeats: number;
	/** How long memory must stay the same to be called idle, in ms. */
	readonly still: number;
}

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
	still: 8000,
};

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
	still: 300,
};
