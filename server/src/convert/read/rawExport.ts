/** An export as its file has it, before its header is found: what a text and a workbook have in common. */

import type { ConversionCallbacks } from '../csvStream';
import type { Head } from './exportPart';

/** A row of the file, blank ones and the header included. */
export interface RawRow {
	readonly record: readonly string[];
	/** 1-based, as a spreadsheet counts. */
	readonly row: number;
	/** What is wrong with its quotes, in a sentence; undefined if nothing is. */
	readonly fault?: string | undefined;
	/** The 0-based columns whose value is a number that the sheet shows without a format. */
	readonly numbers?: readonly number[] | undefined;
	/** Whether the sheet hides the row. */
	readonly isHidden?: true | undefined;
}

/** An export whose rows can be read. */
export interface RawExport {
	/** What is known before the first row is read. */
	readonly facts: Pick<
		Head,
		'kind' | 'encoding' | 'delimiter' | 'sheet' | 'sheets' | 'warnings' | 'lineBreak'
	>;
	/** The rows, many at a time. */
	readonly batches: AsyncGenerator<readonly RawRow[]>;
}

/** Ends the reading with a problem, in a sentence for people. Never leaves this room. */
export class UnreadableExport extends Error {
	constructor(
		problem: string,
		/** The sheets to choose from. */
		readonly sheets?: readonly string[],
	) {
		super(problem);
	}
}

/** Milliseconds of work after which other work gets its turn. */
const TURN = 8;

/** Keeps long work from blocking: reports how far it is, ends it when it is canceled, and lets other work run. */
export class Pace {
	#since = performance.now();

	constructor(private readonly callbacks: ConversionCallbacks) {}

	/** Waits for a moment where enough time has passed; `done` is how much of the work is done, from 0 to 1. */
	async step(done: number): Promise<void> {
		this.callbacks.onProgress(done);
		await this.turn();
	}

	/** Waits as `step` does, where nothing new is known of how far the work is. */
	async turn(): Promise<void> {
		if (this.callbacks.isCanceled()) throw new UnreadableExport('Canceled.');
		if (performance.now() - this.#since < TURN) return;
		await new Promise((resolve) => setTimeout(resolve, 0));
		this.#since = performance.now();
	}
}
