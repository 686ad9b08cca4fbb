import type { CancellationToken, ClientCapabilities, Connection, TextDocuments } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import type { CsvDocument } from '../../csv/document';
import type { ClientCommands } from '../../features';
import type { Checkers } from '../checkers';
import { checkToEnd } from '../checkToEnd';
import type { EditorStates } from '../editorStates';
import { runSafely } from '../runSafely';
import type { SiblingFiles } from '../siblingFiles';

/** Everything that the handlers of one connection answer from. */
export interface HandlerContext {
	readonly connection: Connection;
	/** The capabilities that the client announced. */
	readonly client: ClientCapabilities;
	/** The documents that are open in the editor. */
	readonly documents: TextDocuments<CsvDocument>;
	readonly siblings: SiblingFiles;
	readonly checkers: Checkers;
	/** What the client has said about its open documents besides their texts. */
	readonly editorStates: EditorStates;
	/** The client's commands for lenses and code actions; undefined if it has none of ours. */
	readonly commands: ClientCommands | undefined;
	/** Whether the client wants a notification on the state of each file. */
	readonly wantsStatus: boolean;
	/** The address of a rule's page; undefined if neither client nor host has the pages. */
	readonly ruleUri: (ruleId: string) => string | undefined;
}

/**
 * Answers a request from a document's checker, whose header is read and whose rows may not be checked yet. The answer
 * is `neutral` where the document is none of ours, the request was canceled, or it failed.
 */
export function answer<T>(
	{ connection, documents, checkers }: HandlerContext,
	uri: string,
	token: CancellationToken,
	neutral: T,
	ask: (checker: Checker) => T | Promise<T>,
): Promise<T> {
	return runSafely(connection, 'A request', neutral, async () => {
		if (token.isCancellationRequested) return neutral;
		const checker = await checkers.checker(documents.get(uri));
		if (!checker || token.isCancellationRequested) return neutral;
		checker.followEdits();
		return ask(checker);
	});
}

/** Answers as `answer` does, after the whole file is checked. */
export function answerChecked<T>(
	context: HandlerContext,
	uri: string,
	token: CancellationToken,
	neutral: T,
	ask: (checker: Checker) => T | Promise<T>,
): Promise<T> {
	return answer(context, uri, token, neutral, async (checker) =>
		(await checkToEnd(checker, () => token.isCancellationRequested)) ? ask(checker) : neutral,
	);
}
