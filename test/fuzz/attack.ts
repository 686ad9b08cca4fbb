import fc from 'fast-check';
import { DrawnCase } from './drawn';
import type { Target } from './target';

/** How long a failing case is made smaller, in milliseconds. */
const SHRINK_MS = 60_000;

/** A case that fails, as small as was found. */
export interface Failure {
	readonly one: unknown;
	readonly error: unknown;
}

/** What an attack has come to. */
export interface Outcome {
	/** How many cases were tried, the one that failed included. */
	readonly runs: number;
	readonly seconds: number;
	readonly failure: Failure | undefined;
}

/** Tries random cases on a target until the time is over, in milliseconds, or one fails, which is then made smaller. */
export async function attack(
	{ draw, corpus, check, stop }: Target<unknown>,
	seed: number,
	time: number,
): Promise<Outcome> {
	const start = performance.now();
	let until = start + time;
	let runs = 0;
	let hasFailed = false;
	const property = fc.asyncProperty(new DrawnCase(draw), async (one) => {
		if (performance.now() > until) throw new fc.PreconditionFailure(true);
		if (!hasFailed) runs++;
		try {
			await check(one);
		} catch (error) {
			if (!hasFailed) until = performance.now() + SHRINK_MS;
			hasFailed = true;
			throw error;
		}
	});
	const examples = corpus.map((one): [unknown] => [one]);
	const result = await fc.check(property, { seed, numRuns: Number.MAX_SAFE_INTEGER, examples });
	await stop?.();
	const seconds = (performance.now() - start) / 1000;
	const [one] = result.counterexample ?? [];
	return { runs, seconds, failure: result.failed ? { one, error: result.errorInstance } : undefined };
}
