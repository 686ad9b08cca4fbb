/** Work in small steps: a generator that yields how much is done, from 0 to 1, and returns the result. */
export type Steps<T> = Generator<number, T>;

/** The part of a larger piece of work, from 0 to 1, that some steps take. */
export type ProgressRange = readonly [from: number, to: number];

/** Takes steps as a part of a larger piece of work: what they yield is scaled into the range. */
export function* stepsIn<T>([from, to]: ProgressRange, steps: Steps<T>): Steps<T> {
	for (let step = steps.next(); ; step = steps.next()) {
		if (step.done) return step.value;
		yield from + (to - from) * step.value;
	}
}
