import type { CancellationToken } from 'vscode-languageserver';
import type { Checker } from '../check/live/checker';
import { inSlices } from '../work/slices';
import type { Checkers } from './checkers';
import { checkToEnd } from './checkToEnd';
import { contentModified } from './requestErrors';

/** Whether an answer is wanted no more, or would be about a text that has changed since. */
export type IsStale = () => boolean;

/** Stale once the request is canceled or one of the files has another version than now. */
export function staleCheck(files: readonly Checker[], token: CancellationToken): IsStale {
	const versions = files.map(({ document }) => document.version);
	return () =>
		token.isCancellationRequested ||
		files.some(({ document }, index) => document.version !== versions[index]);
}

/** Checks files to their ends, in slices. Rejects with LSP's ContentModified where that became stale. */
export async function checkAllToEnd(files: readonly Checker[], isStale: IsStale): Promise<void> {
	for (const file of files) if (!(await checkToEnd(file, isStale))) throw contentModified();
	if (isStale()) throw contentModified();
}

/** The other file on the same subject, if there is one, after both are checked to their ends; rejects where stale. */
export async function bothFiles(
	checkers: Checkers,
	checker: Checker,
	token: CancellationToken,
): Promise<{ readonly sibling: Checker | undefined; readonly isStale: IsStale }> {
	const isCheckerStale = staleCheck([checker], token);
	const sibling = await checkers.siblingOf(checker.document);
	const isSiblingStale = staleCheck(sibling ? [sibling] : [], token);
	const isStale = (): boolean => isCheckerStale() || isSiblingStale();
	await checkAllToEnd(sibling ? [sibling, checker] : [checker], isStale);
	return { sibling, isStale };
}

/**
 * Collects the items of a walk, in slices, and lets other work run after each. Rejects with LSP's ContentModified
 * where that became stale.
 *
 * @param walk yields undefined if it only offers to pause.
 * @param most items after which it stops.
 */
export async function collectInSlices<T>(
	walk: Iterable<T | undefined>,
	most: number,
	isStale: IsStale,
): Promise<T[]> {
	const items = await inSlices(collect(walk, most), isStale);
	if (!items) throw contentModified();
	return items;
}

function* collect<T>(walk: Iterable<T | undefined>, most: number): Generator<void, T[]> {
	const items: T[] = [];
	for (const item of walk) {
		if (item !== undefined && items.push(item) === most) break;
		yield;
	}
	return items;
}
