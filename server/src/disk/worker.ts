/** The worker's side: takes the next range that nobody has taken, until there is none. */
import { parentPort, workerData } from 'node:worker_threads';
import { type CheckJob, RangeSource } from './checkJob';
import { FileBytes } from './fileBytes';
import type { RangeResult } from './rangeCheck';

export interface WorkerData {
	readonly job: CheckJob;
	/** One shared number: the next range. */
	readonly next: Int32Array;
}

/** What a worker sends. */
export interface Checked {
	readonly index: number;
	readonly result: RangeResult;
}

export function work(): void {
	const { job, next } = workerData as WorkerData;
	const bytes = FileBytes.open(job.path);
	const ranges = new RangeSource(job, bytes);
	for (let index = take(next); index < job.ranges; index = take(next)) {
		const result = ranges.check(index);
		const checked: Checked = { index, result };
		parentPort?.postMessage(checked, [result.keys.buffer, result.shared.numbers.buffer] as ArrayBuffer[]);
	}
	bytes.close();
}

/** The next range that nobody has taken. */
export function take(next: Int32Array): number {
	return Atomics.add(next, 0, 1);
}
