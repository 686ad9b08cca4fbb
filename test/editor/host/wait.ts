/** Waiting for conditions. A time-out is an error that names what never came, so that no test has to sleep. */
import { setTimeout as delay } from 'node:timers/promises';

const INTERVAL = 50;

/**
 * Asks `probe` again and again until it answers something other than `undefined` or `false`, and returns that.
 * `what` may be a function, so that the error can say what was there instead.
 */
export async function until<T>(
	what: string | (() => string),
	probe: () => Promise<T | undefined | false> | T | undefined | false,
	timeout = 30_000,
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

/** `work`, or an error after `timeout`. The work itself goes on: the caller ends what it started. */
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
