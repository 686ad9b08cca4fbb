import type { CancellationToken, Connection, TextDocuments } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import type { CsvDocument } from '../../csv/document';
import type { Checkers } from '../checkers';
import { checkToEnd } from '../checkToEnd';
import type { ClientFeatures } from '../clientFeatures';
import type { Comparisons } from '../compare/comparisons';
import type { ReturnedReports } from '../compare/returnedReports';
import type { EditorStates } from '../editorStates';
import { canceled, contentModified } from '../requestErrors';
import { answerSafely } from '../runSafely';
import type { SiblingFiles } from '../siblingFiles';
import type { ViewedDocuments } from '../viewedDocuments';

/** Everything that the handlers of one connection answer from. */
export interface HandlerContext {
	readonly connection: Connection;
	/** What the client can do. */
	readonly client: ClientFeatures;
	/** The documents that are open in the editor. */
	readonly documents: TextDocuments<CsvDocument>;
	/** Which of them were seen last. */
	readonly viewed: ViewedDocuments;
	readonly siblings: SiblingFiles;
	readonly checkers: Checkers;
	/** What changed in folders since their last uploads. */
	readonly comparisons: Comparisons;
	/** The error reports that are open. */
	readonly returned: ReturnedReports;
	/** What the client has said about its open documents besides their texts. */
	readonly editorStates: EditorStates;
	/** Whether the client wants a notification on the state of each file. */
	readonly wantsStatus: boolean;
	/** The address of a rule's page; undefined if neither client nor host has the pages. */
	readonly ruleUri: (ruleId: string) => string | undefined;
}

/**
 * Answers a request from a document's checker, whose header is read and whose rows may not be checked yet. The answer
 * is `neutral` where the document is none of ours or it failed. Rejects with LSP's RequestCancelled where the client
 * has canceled the request, and with ContentModified where the document has changed since it was asked about.
 */
export function answer<T>(
	context: HandlerContext,
	uri: string,
	token: CancellationToken,
	neutral: T,
	ask: (checker: Checker) => T | Promise<T>,
): Promise<T> {
	context.viewed.see(uri);
	return answerUnseen(context, uri, token, neutral, ask);
}

/** Answers as `answer` does a request that is not about this document, and says nothing of what people look at. */
export function answerUnseen<T>(
	context: HandlerContext,
	uri: string,
	token: CancellationToken,
	neutral: T,
	ask: (checker: Checker) => T | Promise<T>,
): Promise<T> {
	return answerUnchanged(context, 'A request', uri, token, neutral, () =>
		askChecker(context, uri, token, neutral, ask),
	);
}

/**
 * Answers a request about an open document with what some work gives, `neutral` where it failed. Rejects as `answer`
 * does where the request was canceled, and where the document changed meanwhile: also where the work failed by that.
 *
 * @param what the subject of a line in the log, such as `A request`.
 */
export function answerUnchanged<T>(
	{ connection, documents }: HandlerContext,
	what: string,
	uri: string,
	token: CancellationToken,
	neutral: T,
	work: () => Promise<T>,
): Promise<T> {
	const document = documents.get(uri);
	const version = document?.version;
	const isChanged = (): boolean => documents.get(uri) !== document || document?.version !== version;
	return answerSafely(connection, what, token, neutral, async () => {
		try {
			const result = await work();
			if (!isChanged()) return result;
		} catch (error) {
			if (!isChanged()) throw error;
		}
		throw contentModified();
	});
}

/**
 * Answers as `answer` does, about the text as it is when `ask` runs, whatever it was before: for answers that name the
 * version they are about, or start again by themselves.
 */
export function answerNewest<T>(
	context: HandlerContext,
	uri: string,
	token: CancellationToken,
	neutral: T,
	ask: (checker: Checker) => T | Promise<T>,
): Promise<T> {
	context.viewed.see(uri);
	return answerSafely(context.connection, 'A request', token, neutral, () =>
		askChecker(context, uri, token, neutral, ask),
	);
}

async function askChecker<T>(
	{ documents, checkers }: HandlerContext,
	uri: string,
	token: CancellationToken,
	neutral: T,
	ask: (checker: Checker) => T | Promise<T>,
): Promise<T> {
	const checker = await checkers.checker(documents.get(uri));
	if (token.isCancellationRequested) throw canceled();
	if (!checker) return neutral;
	checker.followEdits();
	return ask(checker);
}

/** Answers as `answer` does, after the whole file is checked. */
export function answerChecked<T>(
	context: HandlerContext,
	uri: string,
	token: CancellationToken,
	neutral: T,
	ask: (checker: Checker) => T | Promise<T>,
): Promise<T> {
	return answer(context, uri, token, neutral, async (checker) => {
		if (!(await checkToEnd(checker, () => token.isCancellationRequested))) throw contentModified();
		return ask(checker);
	});
}
