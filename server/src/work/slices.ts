/** How long work goes on before others have their turn, in milliseconds; with what else a turn holds, 8 at most. */
export const SLICE_MS = 2;

/** Lets whatever else waits run first. A timer waits at least a millisecond, which a Web Worker has no way around. */
export function yieldToEventLoop(): Promise<void> {
	return new Promise((resolve) => {
		if (typeof setImmediate === 'function') setImmediate(resolve);
		else setTimeout(resolve, 0);
	});
}

/**
 * Takes steps till the last, with a turn for others after each slice; undefined where the work grew stale meanwhile.
 * `onSlice` is told what the last step of a slice said.
 */
export async function inSlices<S, T>(
	steps: Iterator<S, T>,
	isStale: () => boolean,
	onSlice: (said: S) => void = () => {},
): Promise<T | undefined> {
	for (;;) {
		const until = performance.now() + SLICE_MS;
		let step = steps.next();
		while (!step.done && performance.now() < until) step = steps.next();
		if (step.done) return step.value;
		onSlice(step.value);
		await yieldToEventLoop();
		if (isStale()) return undefined;
	}
}
