/** How long a slice of work lasts before the event loop gets its turn, in milliseconds; a whole turn takes 8 at most. */
export const SLICE_MS = 2;

/** Lets the event loop run pending work. In a Web Worker this takes a timer, and so at least a millisecond. */
export function yieldToEventLoop(): Promise<void> {
	return new Promise((resolve) => {
		if (typeof setImmediate === 'function') setImmediate(resolve);
		else setTimeout(resolve, 0);
	});
}

/**
 * Runs a generator to its end in slices, with a turn for the event loop after each. Returns undefined where `isStale`
 * returns true after such a turn. `onSlice` gets the last value that a slice yielded.
 */
export async function inSlices<S, T>(
	steps: Iterator<S, T>,
	isStale: () => boolean,
	onSlice: (progress: S) => void = () => {},
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
