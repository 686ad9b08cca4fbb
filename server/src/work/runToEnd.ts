/** Takes all steps at once: for who cannot wait, where there are few. */
export function runToEnd<T>(steps: Iterator<unknown, T>): T {
	let step = steps.next();
	while (!step.done) step = steps.next();
	return step.value;
}
