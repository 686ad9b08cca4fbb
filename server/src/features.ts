import type { CancellationToken, ClientCapabilities, CodeAction, Connection } from 'vscode-languageserver';
import type { Actions } from './actions';
import { completionIn, hoverIn } from './markup';
import { type PlaceParams, placeRequest } from './protocol';
import type { Checker } from './service/checker';
import * as service from './service/languageService';

/** What the handlers need; each is a line between LSP and a service. */
export interface FeatureHost {
	readonly client: () => ClientCapabilities;
	/** Whether the client has our commands. */
	readonly hasCommands: () => boolean;
	readonly actions: () => Actions;
	/** Answers from a document's checker; neutrally where there is none, the client gave up, or something failed. */
	readonly answer: <T>(
		uri: string,
		token: CancellationToken,
		neutral: T,
		ask: (checker: Checker) => T | Promise<T>,
	) => Promise<T>;
	/** The same, once the whole file is checked. */
	readonly answerChecked: FeatureHost['answer'];
}

/** Registers what an editor can ask about a place or a file. */
export function registerFeatures(
	connection: Connection,
	{ client, hasCommands, actions, answer, answerChecked }: FeatureHost,
): void {
	connection.onHover(({ textDocument, position }, token) =>
		answer(textDocument.uri, token, null, (checker) =>
			hoverIn(client().textDocument?.hover?.contentFormat, service.hover(checker, position)),
		),
	);
	connection.onCompletion(({ textDocument, position }, token) =>
		answer(textDocument.uri, token, null, (checker) => {
			const formats = client().textDocument?.completion?.completionItem?.documentationFormat;
			return completionIn(formats, service.completion(checker, position));
		}),
	);
	connection.onDocumentSymbol(({ textDocument }, token) =>
		answer(textDocument.uri, token, [], (checker) => service.documentSymbols(checker)),
	);
	connection.onCodeLens(({ textDocument }, token) =>
		answerChecked(textDocument.uri, token, [], (checker) => service.codeLenses(checker, hasCommands())),
	);
	connection.onSelectionRanges(({ textDocument, positions }, token) =>
		answer(textDocument.uri, token, [], (checker) => service.selectionRanges(checker, positions)),
	);
	connection.onCodeAction(({ textDocument, range, context }, token) =>
		answerChecked<CodeAction[]>(textDocument.uri, token, [], (checker) =>
			actions().list(checker, range, context.only),
		),
	);
	connection.onCodeActionResolve((action, token) =>
		answerChecked<CodeAction>(actions().uriOf(action), token, action, (checker) =>
			actions().resolve(checker, action),
		),
	);
	connection.onRequest(placeRequest, ({ textDocument, position }: PlaceParams, token: CancellationToken) =>
		answer(textDocument.uri, token, null, (checker) => service.placeOf(checker, position)),
	);
}
