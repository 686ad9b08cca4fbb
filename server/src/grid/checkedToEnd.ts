import type { Checker } from '../check/live/checker';
import type { Steps } from '../work/steps';

/** How long a step checks, in milliseconds: less than a slice of work. */
const STEP_MS = 1;

/** Checks what is not checked yet of a file. */
export function* checkedToEnd(checker: Checker): Steps<void> {
	for (;;) {
		const until = performance.now() + STEP_MS;
		if (checker.run(() => performance.now() >= until)) return;
		yield 0;
	}
}

/** Whether a file is read and checked to its end; where it is not, it takes one step of the check. */
export function isCheckedToEnd(checker: Checker): boolean {
	return checker.run(() => true);
}
