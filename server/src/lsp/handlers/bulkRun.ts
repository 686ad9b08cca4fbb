import type { CancellationToken } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import { type FileRef, fileKinds, type ProgressParams } from '../../protocol';
import type { Refusal } from '../../work/refusal';
import { inSlices } from '../../work/slices';
import type { Steps } from '../../work/steps';
import { isRefused, refused } from '../refused';
import { answerSafely } from '../runSafely';
import { fileNameOf } from '../uris';
import { beginProgress } from '../workDoneProgress';
import type { HandlerContext } from './context';

/** Opens a file for a run. Its header is read; its rows need not be checked yet. Rejects with what `refused` makes. */
export type Open = (file: FileRef) => Promise<Checker>;

const fileNames = fileKinds.map(({ fileName }) => fileName).join(' or ');

const unexpected: Refusal = { problem: 'Something went wrong, and nothing was changed. See the log.' };

/**
 * Runs work on whole files in slices and reports its progress. It ends early where one of the opened files changes, with
 * that as its answer, and where the request is canceled.
 */
export async function bulkRun<A>(
	{ connection, documents, checkers }: HandlerContext,
	{ workDoneToken }: ProgressParams,
	token: CancellationToken,
	begin: (open: Open) => Promise<Steps<A>>,
): Promise<A | Refusal> {
	const opened: FileRef[] = [];
	const open: Open = async ({ uri, version }) => {
		const document = documents.get(uri);
		const name = fileNameOf(uri) ?? 'The file';
		if (!document) throw refused(`${name} is not open as text. Open it in the text editor.`);
		if (document.version !== version) throw refused(changedProblem(uri));
		const checker = await checkers.checker(document);
		if (!checker) throw refused(`${name} is not checked as ${fileNames}.`);
		checker.followEdits();
		opened.push({ uri, version });
		return checker;
	};
	const changedFile = () => opened.find(({ uri, version }) => documents.get(uri)?.version !== version);
	const isStale = (): boolean => token.isCancellationRequested || changedFile() !== undefined;
	const progress = beginProgress(connection, workDoneToken, token, '');
	try {
		return await answerSafely<A | Refusal>(connection, 'A request', token, unexpected, async () => {
			const answer = await inSlices(await begin(open), isStale, progress.report);
			if (answer !== undefined) return answer;
			throw refused(changedProblem(changedFile()?.uri ?? ''));
		});
	} catch (error) {
		if (isRefused(error)) return { problem: error.message };
		throw error;
	} finally {
		progress.end();
	}
}

/** Says that a file has changed since something was asked of it. */
export function changedProblem(uri: string): string {
	return `${fileNameOf(uri) ?? 'The file'} changed in the meantime, so nothing was done. Try again.`;
}
