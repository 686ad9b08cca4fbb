import type { Checker } from '../check/live/checker';
import { statusOf } from '../features';
import type { Status } from '../protocol';
import { folderReadiness, type ReadinessContext } from './folderReadiness';

/** The status of a file, open or not, that is checked to its end, with what the rest of its folder adds to it. */
export async function fileStatus(
	context: ReadinessContext,
	checker: Checker,
	isStale: () => boolean,
): Promise<Status> {
	// The other file may take a while, in which this one may change: its counts are taken afterwards.
	const readiness = await folderReadiness(context, checker, isStale);
	const siblingProblem = await context.siblings.problemOfReferenced(checker.document);
	return { ...statusOf(checker), beside: siblingProblem, readiness };
}
