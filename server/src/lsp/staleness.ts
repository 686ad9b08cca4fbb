import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Checker } from '../check/live/checker';
import { inSlices } from '../work/slices';
import { complete } from './checkers';

/** Whether an answer is wanted no more, or would be about files that have changed since. */
export type IsStale = () => boolean;

export function staleCheck(files: readonly Checker[], token: CancellationToken): IsStale {
	const versions = files.map(({ document }) => document.version);
	return () =>
		token.isCancellationRequested || files.some(({ document }, at) => document.version !== versions[at]);
}

/** Checks files to their ends, in slices. Rejects with what LSP has for it where that is no use any more. */
export async function finish(files: readonly Checker[], isStale: IsStale): Promise<void> {
	for (const file of files) if (!(await complete(file, isStale))) throw outdated();
	if (isStale()) throw outdated();
}

/** What a walk comes upon, `most` at most, in slices with a turn for others after each; rejects as `finish` does. */
export async function collectInSlices<T>(
	walk: Iterable<T | undefined>,
	most: number,
	isStale: IsStale,
): Promise<T[]> {
	const found = await inSlices(collect(walk, most), isStale);
	if (!found) throw outdated();
	return found;
}

function* collect<T>(walk: Iterable<T | undefined>, most: number): Generator<void, T[]> {
	const found: T[] = [];
	for (const one of walk) {
		if (one !== undefined && found.push(one) === most) break;
		yield;
	}
	return found;
}

function outdated(): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.ContentModified, 'The file changed.');
}
