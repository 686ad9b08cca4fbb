/** Waits for conditions, so that no test has to sleep. The error of a timeout names the condition. */
import { setTimeout as delay } from 'node:timers/promises';

const INTERVAL = 50;

/** Milliseconds that a wait lasts at most: long, since a busy machine is slow, and nothing waits for its end but a failure. */
export const PATIENCE = 90_000;

/**
 * Calls `probe` until it returns something other than `undefined` or `false`, and returns that. `what` may be a
 * function, so that the error can say what was found instead.
 */
export async function until<T>(
	what: string | (() => string),
	probe: () => Promise<T | undefined | false> | T | undefined | false,
	timeout = PATIENCE,
): Promise<T> {
	const end = Date.now() + timeout;
	for (;;) {
		const answer = await probe();
		if (answer !== undefined && answer !== false) return answer as T;
		if (Date.now() > end) {
			throw new Error(`Waited ${timeout / 1000} s for ${typeof what === 'string' ? what : what()}.`);
		}
		await delay(INTERVAL);
	}
}

/** Resolves like `work`, or rejects after `timeout` milliseconds. The work goes on: the caller must end it. */
export async function within<T>(what: string, timeout: number, work: Promise<T>): Promise<T> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<never>((_, reject) => {
		timer = setTimeout(() => reject(new Error(`Waited ${timeout / 1000} s for ${what}.`)), timeout);
	});
	try {
		return await Promise.race([work, late]);
	} finally {
		clearTimeout(timer);
	}
}
