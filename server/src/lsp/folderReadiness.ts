import type { Checker } from '../check/live/checker';
import { checkerFacts } from '../coverage/checkerFacts';
import { readinessOf } from '../coverage/readiness';
import type { Readiness } from '../protocol';
import { checkToEnd } from './checkToEnd';
import type { HandlerContext } from './handlers/context';

/** What is needed of a connection to judge a folder. */
export type ReadinessContext = Pick<HandlerContext, 'siblings' | 'checkers' | 'editorStates'>;

/**
 * The state of the folder of a file, after the other file is checked to its end too. Undefined for a file that is not
 * about students, and where that became stale.
 *
 * @param checker checked to its end.
 */
export async function folderReadiness(
	{ siblings, checkers, editorStates }: ReadinessContext,
	checker: Checker,
	isStale: () => boolean,
): Promise<Readiness | undefined> {
	const { document, table, active } = checker;
	if (!table.role) return undefined;
	const sibling = await checkers.siblingOf(document);
	// Where the other file changes meanwhile, its new text counts.
	while (sibling && !(await checkToEnd(sibling, isStale))) if (isStale()) return undefined;
	const problem = sibling ? undefined : await siblings.problemOfSibling(document);
	const files = [checker, sibling]
		.flatMap((file) => (file && checkerFacts(file, editorStates.of(file.document.uri))) ?? [])
		.sort((one, other) => Number(other.role === 'roster') - Number(one.role === 'roster'));
	const unread = problem
		? [
				{
					fileName: problem.fileName,
					why: problem.problem === 'too large' ? 'is too large' : 'cannot be read',
				},
			]
		: [];
	return readinessOf({ files, unread, notSent: active.settings.notSent });
}
