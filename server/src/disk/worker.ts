import { parentPort, workerData } from 'node:worker_threads';
import { useHashSecret } from '../hash/textHash';
import { CannotCheck } from './cannotCheck';
import { type CheckJob, RangeSource } from './checkJob';
import { FileBytes } from './fileBytes';
import type { RangeResult } from './rangeResult';

/** What a worker is started with. */
export interface WorkerData {
	readonly job: CheckJob;
	/** One number that all threads share: the next range to check. */
	readonly nextRange: Int32Array;
	/** What the hashes of all threads depend on, since the keys of all ranges are compared. */
	readonly hashSecret: Int32Array;
}

/** What a worker sends: the result of one range, or last why it can read no more. */
export type WorkerMessage =
	| { readonly index: number; readonly result: RangeResult }
	| { readonly failure: Pick<CannotCheck, 'message' | 'kind'> };

/** Runs in a worker: checks ranges of the job until all are taken. */
export function runWorker(): void {
	const { job, nextRange, hashSecret } = workerData as WorkerData;
	useHashSecret(hashSecret);
	if (!job.file) return;
	const ranges = new RangeSource(job, FileBytes.in(job.file));
	try {
		sendResults(job, ranges, nextRange);
	} catch (error) {
		if (!(error instanceof CannotCheck)) throw error;
		const { message, kind } = error;
		parentPort?.postMessage({ failure: { message, kind } } satisfies WorkerMessage);
	}
}

function sendResults(job: CheckJob, ranges: RangeSource, nextRange: Int32Array): void {
	for (let index = takeRange(nextRange); index < job.ranges; index = takeRange(nextRange)) {
		const result = ranges.check(index);
		const message: WorkerMessage = { index, result };
		// Handed over rather than copied, as they are the largest part.
		parentPort?.postMessage(message, [result.keys.buffer, result.buckets.numbers.buffer] as ArrayBuffer[]);
	}
}

/** Takes the next range that no thread has taken. */
export function takeRange(nextRange: Int32Array): number {
	return Atomics.add(nextRange, 0, 1);
}
