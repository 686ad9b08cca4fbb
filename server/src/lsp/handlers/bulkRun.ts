import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { Steps } from '../../bulk';
import type { Checker } from '../../check/live/checker';
import type { CsvDocument } from '../../csv/document';
import type { FileRef, ProgressParams, Refusal } from '../../protocol';
import { inSlices } from '../../work/slices';
import type { Checkers } from '../checkers';
import { fileNameOf } from '../uris';
import { beginProgress } from '../workDoneProgress';

/** Opens a file for the work at hand. Its layout is known; it need not be checked yet. */
export type Open = (file: FileRef) => Promise<Checker>;

/** A reason, in words for the person, not to do what was asked. */
class Refused extends Error {}

export interface Bench {
	readonly connection: Connection;
	readonly documents: { readonly get: (uri: string) => CsvDocument | undefined };
	readonly session: Checkers;
}

/** Does work on whole files in slices, tells how far it is, and gives up where the client or a text moves on. */
export async function bulkRun<A>(
	{ connection, documents, session }: Bench,
	{ workDoneToken }: ProgressParams,
	token: CancellationToken,
	begin: (open: Open) => Promise<Steps<A>>,
): Promise<A | Refusal> {
	const opened: FileRef[] = [];
	const open: Open = async ({ uri, version }) => {
		const document = documents.get(uri);
		const name = fileNameOf(uri) ?? 'The file';
		if (!document) throw new Refused(`${name} is not open as text.`);
		if (document.version !== version) throw new Refused(changed(uri));
		const checker = await session.checker(document);
		if (!checker) throw new Refused(`${name} is not checked as one of the two files.`);
		checker.sync();
		opened.push({ uri, version });
		return checker;
	};
	const moved = () => opened.find(({ uri, version }) => documents.get(uri)?.version !== version);
	const isStale = (): boolean => token.isCancellationRequested || moved() !== undefined;
	const progress = beginProgress(connection, workDoneToken, '');
	try {
		const answer = await inSlices(await begin(open), isStale, progress.report);
		if (answer !== undefined) return answer;
		if (token.isCancellationRequested) return { problem: 'Cancelled.' };
		throw new Refused(changed(moved()?.uri ?? ''));
	} catch (error) {
		if (error instanceof Refused) return { problem: error.message };
		connection.console.error(`A request failed: ${error instanceof Error ? error.name : 'unknown error'}`);
		return { problem: 'This failed, and nothing was changed. The log says where.' };
	} finally {
		progress.end();
	}
}

function changed(uri: string): string {
	return `${fileNameOf(uri) ?? 'The file'} changed meanwhile, so nothing was done. Try again.`;
}
