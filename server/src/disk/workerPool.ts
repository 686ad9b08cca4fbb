import { setImmediate as yieldToEvents } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { hashSecret } from '../hash/textHash';
import { CannotCheck } from './cannotCheck';
import type { CheckJob, RangeSource } from './checkJob';
import type { RangeResult } from './rangeResult';
import { takeRange, type WorkerData, type WorkerMessage } from './worker';

/**
 * Checks all ranges of a job in the order of the file. The job's workers and this thread, which checks with `ranges`,
 * share the work. Throws if a worker fails.
 */
export async function* checkRanges(job: CheckJob, ranges: RangeSource): AsyncIterable<RangeResult> {
	const pool = new WorkerPool(job, ranges);
	try {
		let start = job.start;
		for (let index = 0; index < job.ranges; index++) {
			let result = await pool.result(index);
			// A record of several lines crosses the border: the range was checked from the wrong line on.
			if (result.start !== start) result = ranges.check(index, start);
			start = result.end;
			yield result;
		}
	} finally {
		await pool.stop();
	}
}

/** The workers of a job, and the results that were not asked for yet. */
class WorkerPool {
	readonly #nextRange = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	readonly #results = new Map<number, RangeResult>();
	readonly #workers: readonly Worker[];
	#failure: Error | undefined;
	#wake: () => void = () => {};

	constructor(
		private readonly job: CheckJob,
		private readonly ranges: RangeSource,
	) {
		const workerData: WorkerData = { job, nextRange: this.#nextRange, hashSecret: hashSecret() };
		this.#workers = Array.from({ length: job.workers }, () =>
			new Worker(__filename, { workerData })
				.on('message', (message: WorkerMessage) => {
					if ('failure' in message) {
						const { message: why, kind } = message.failure;
						this.#failure = new CannotCheck(why, kind);
					} else this.#results.set(message.index, message.result);
					this.#wake();
				})
				.on('error', (error) => {
					this.#failure = error;
					this.#wake();
				}),
		);
	}

	/** The result of a range. While a worker is at it, this thread checks other ranges. */
	async result(index: number): Promise<RangeResult> {
		for (;;) {
			if (this.#failure) throw this.#failure;
			const result = this.#results.get(index);
			if (result) {
				this.#results.delete(index);
				return result;
			}
			const range = takeRange(this.#nextRange);
			if (range < this.job.ranges) {
				this.#results.set(range, this.ranges.check(range));
				await yieldToEvents();
			} else {
				await new Promise<void>((resolve) => {
					this.#wake = resolve;
				});
			}
		}
	}

	/** Ends all workers, whatever they are doing. */
	async stop(): Promise<void> {
		// The file is closed after that, and its descriptor may then be another file's.
		await Promise.all(this.#workers.map((worker) => worker.terminate()));
	}
}
