/** Runs a generator to its end. Only for short work and callers that cannot yield. */
export function runToEnd<T>(steps: Iterator<unknown, T>): T {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}
