import { setImmediate as turn } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { CheckJob, RangeSource } from './checkJob';
import type { RangeResult } from './rangeCheck';
import { type Checked, take, type WorkerData } from './worker';

/**
 * Checks all ranges of a file, with a worker for each further core where that pays, and hands them on in the order
 * of the file.
 */
export async function* checkRanges(job: CheckJob, own: RangeSource): AsyncIterable<RangeResult> {
	const crew = new WorkerPool(job);
	try {
		let from = job.start;
		for (let index = 0; index < job.ranges; index++) {
			let result = await crew.result(index, own);
			// A record of several lines lay over the border: it was not where the range took its first one to start.
			if (result.start !== from) result = own.check(index, from);
			from = result.end;
			yield result;
		}
	} finally {
		crew.stop();
	}
}

/** The workers, and what they have done so far. */
class WorkerPool {
	readonly #next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
	readonly #results = new Map<number, RangeResult>();
	readonly #workers: readonly Worker[];
	#failure: Error | undefined;
	#wake: () => void = () => {};

	constructor(private readonly job: CheckJob) {
		const workerData: WorkerData = { job, next: this.#next };
		this.#workers = Array.from({ length: job.workers }, () =>
			new Worker(__filename, { workerData })
				.on('message', ({ index, result }: Checked) => {
					this.#results.set(index, result);
					this.#wake();
				})
				.on('error', (error) => {
					this.#failure = error;
					this.#wake();
				}),
		);
	}

	/** The result of a range. Whoever waits for it works on others meanwhile. */
	async result(index: number, own: RangeSource): Promise<RangeResult> {
		for (;;) {
			if (this.#failure) throw this.#failure;
			const result = this.#results.get(index);
			if (result) {
				this.#results.delete(index);
				return result;
			}
			const mine = take(this.#next);
			if (mine < this.job.ranges) {
				this.#results.set(mine, own.check(mine));
				await turn();
			} else {
				await new Promise<void>((resolve) => {
					this.#wake = resolve;
				});
			}
		}
	}

	stop(): void {
		for (const worker of this.#workers) void worker.terminate();
	}
}
