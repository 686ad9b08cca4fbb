import { turn } from './session';

/** How long work goes on before others have their turn, in milliseconds. */
const SLICE = 3;

/** Takes steps till the last, with a turn for others after each slice; undefined where the work grew stale meanwhile. */
export async function inSlices<T>(steps: Iterator<void, T>, isStale: () => boolean): Promise<T | undefined> {
	for (;;) {
		const until = performance.now() + SLICE;
		do {
			const { done, value } = steps.next();
			if (done) return value;
		} while (performance.now() < until);
		await turn();
		if (isStale()) return undefined;
	}
}
