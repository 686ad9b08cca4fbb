import type { Checker } from '../../check/live/checker';
import type { Group } from '../../check/tally';
import type { GroupedFinding } from './groupKey';

/** Findings between two places at which a walk may pause. */
const STEP = 32;

/**
 * Walks over the findings of a checked file, the header first, by ascending record within each block. Makes and keeps
 * no more objects than those of one block. Yields undefined where it only offers to pause.
 */
export function* findingWalk(
	checker: Checker,
	isWanted?: (group: Group) => boolean,
): Generator<GroupedFinding | undefined, void> {
	const wants = (finding: GroupedFinding): boolean => {
		const group = isWanted && checker.tally.groupOf(finding);
		return isWanted === undefined || (group !== undefined && isWanted(group));
	};
	for (const finding of checker.findingsBetween(0, 0)) if (wants(finding)) yield finding;
	let ofBlock: GroupedFinding[] = [];
	const visiting = checker.visitFindings((record, finding) => {
		const placed = { ...finding, record };
		if (wants(placed)) ofBlock.push(placed);
	}, isWanted);
	for (let step = visiting.next(); ; step = visiting.next()) {
		// The sort is stable: of one record, the findings of its own rules stay first.
		ofBlock.sort((one, other) => one.record - other.record);
		for (const [at, finding] of ofBlock.entries()) {
			yield finding;
			if (at % STEP === 0) yield undefined;
		}
		ofBlock = [];
		if (step.done) return;
		yield undefined;
	}
}
