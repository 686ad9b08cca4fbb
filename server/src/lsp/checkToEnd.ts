import type { Checker } from '../check/live/checker';
import { SLICE_MS, yieldToEventLoop } from '../work/slices';

/** Slices after which a check counts as long, even if only the comparison of rows remains. */
const LONG_CHECK_SLICES = 10;

/**
 * Checks what is not checked yet, in slices, and lets other work run after each.
 *
 * @param onFirstRows called at most once, in a long check, when the first rows are checked and others are not.
 * @returns false if the check became stale or the document changed, so that another call will finish the work.
 */
export async function checkToEnd(
	checker: Checker,
	isStale: () => boolean,
	onFirstRows: () => void = () => {},
): Promise<boolean> {
	const { version } = checker.document;
	const canContinue = async (): Promise<boolean> => {
		await yieldToEventLoop();
		return !isStale() && checker.document.version === version;
	};
	let hasAnnounced = false;
	for (let slice = 0; ; slice++) {
		const until = performance.now() + SLICE_MS;
		const stop = (): boolean => performance.now() >= until;
		const isDone = checker.run(stop) && (checker.reported?.run(stop) ?? true);
		// A check that fits into one slice is answered without a pause.
		if (isDone && slice === 0) return true;
		if (!(await canContinue())) return false;
		if (isDone) return true;
		// A first answer is no use where the full one follows at once.
		const isLong = !checker.allRowsChecked || slice >= LONG_CHECK_SLICES;
		if (hasAnnounced || !checker.firstRowsChecked || !isLong) continue;
		hasAnnounced = true;
		onFirstRows();
		if (!(await canContinue())) return false;
	}
}
