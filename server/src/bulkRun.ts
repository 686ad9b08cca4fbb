import type { CancellationToken, Connection } from 'vscode-languageserver';
import type { CsvDocument } from './csv/document';
import type { BulkParams, FileRef, Problem } from './protocol';
import type { Steps } from './service/bulk';
import type { Checker } from './service/checker';
import { type Session, turn } from './session';
import { fileNameOf } from './uris';

/** How long work goes on before others have their turn, in milliseconds. */
const SLICE = 4;

/** Opens a file for the work at hand. Its layout is known; it need not be checked yet. */
export type Open = (file: FileRef) => Promise<Checker>;

/** A reason, in words for the person, not to do what was asked. */
class Refusal extends Error {}

export interface Bench {
	readonly connection: Connection;
	readonly documents: { readonly get: (uri: string) => CsvDocument | undefined };
	readonly session: Session;
}

/** Does work on whole files in slices, tells how far it is, and gives up where the client or a text moves on. */
export async function bulkRun<A>(
	{ connection, documents, session }: Bench,
	{ workDoneToken }: BulkParams,
	token: CancellationToken,
	begin: (open: Open) => Promise<Steps<A>>,
): Promise<A | Problem> {
	const opened: FileRef[] = [];
	const open: Open = async ({ uri, version }) => {
		const document = documents.get(uri);
		const name = fileNameOf(uri) ?? 'The file';
		if (!document) throw new Refusal(`${name} is not open as text.`);
		if (document.version !== version) throw new Refusal(changed(uri));
		const checker = await session.checker(document);
		if (!checker) throw new Refusal(`${name} is not checked as one of the two files.`);
		checker.sync();
		opened.push({ uri, version });
		return checker;
	};
	const progress =
		workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
	progress?.begin('', 0, undefined, true);
	try {
		const steps = await begin(open);
		for (;;) {
			const until = performance.now() + SLICE;
			let step = steps.next();
			while (!step.done && performance.now() < until) step = steps.next();
			if (step.done) return step.value;
			progress?.report(Math.min(100, Math.round(step.value * 100)));
			await turn();
			if (token.isCancellationRequested) return { problem: 'Cancelled.' };
			const moved = opened.find(({ uri, version }) => documents.get(uri)?.version !== version);
			if (moved) throw new Refusal(changed(moved.uri));
		}
	} catch (error) {
		if (error instanceof Refusal) return { problem: error.message };
		connection.console.error(`A request failed: ${error instanceof Error ? error.name : 'unknown error'}`);
		return { problem: 'This failed, and nothing was changed. The log says where.' };
	} finally {
		progress?.done();
	}
}

function changed(uri: string): string {
	return `${fileNameOf(uri) ?? 'The file'} changed meanwhile, so nothing was done. Try again.`;
}
