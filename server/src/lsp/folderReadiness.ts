import type { Checker } from '../check/live/checker';
import type { UnreadFile } from '../coverage/categoryFacts';
import { checkerFacts } from '../coverage/checkerFacts';
import { readinessOf } from '../coverage/readiness';
import type { SiblingProblem } from '../features/status';
import type { Readiness } from '../protocol';
import { checkToEnd } from './checkToEnd';
import type { HandlerContext } from './handlers/context';

/** What is needed of a connection to judge a folder. */
export type ReadinessContext = Pick<HandlerContext, 'siblings' | 'checkers' | 'editorStates' | 'comparisons'>;

/**
 * The state of the folder of a file, after the other file is checked to its end too. Undefined for a file that is not
 * about students, and where that became stale.
 *
 * @param checker checked to its end.
 */
export async function folderReadiness(
	{ siblings, checkers, editorStates, comparisons }: ReadinessContext,
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
	const unread = problem ? [unreadFile(problem)] : [];
	const names = await siblings.disk.csvNames(document.uri);
	const changes = comparisons.toReview(document.uri);
	return readinessOf({ files, unread, others: [], names, notSent: active.settings.notSent, changes });
}

/** The state of a folder with no file that can be read. */
export async function unreadReadiness(
	{ siblings, checkers }: ReadinessContext,
	uri: string,
	problems: readonly SiblingProblem[],
): Promise<Readiness> {
	const { notSent } = await checkers.settings(uri);
	const names = await siblings.disk.csvNames(uri);
	return readinessOf({ files: [], unread: problems.map(unreadFile), others: [], names, notSent });
}

function unreadFile({ fileName, problem }: SiblingProblem): UnreadFile {
	return { fileName, why: problem === 'too large' ? 'is too large' : 'cannot be read' };
}
