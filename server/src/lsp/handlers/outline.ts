import type { CancellationToken } from 'vscode-languageserver';
import * as features from '../../features';
import { type PlaceParams, placeRequest } from '../../protocol';
import { symbolsIn } from '../shownForms';
import { answer, type HandlerContext } from './context';

/** Answers how a file is laid out: its columns, the row around a field, and where the cursor is. */
export function registerOutline(context: HandlerContext): void {
	const { connection, client } = context;
	connection.onDocumentSymbol(({ textDocument }, token) =>
		answer(context, textDocument.uri, token, [], (checker) =>
			// It is not offered to other clients, and one that asks all the same could not read it.
			client.nestsSymbols ? symbolsIn(client.outlineKinds, features.documentSymbols(checker)) : [],
		),
	);
	connection.onSelectionRanges(({ textDocument, positions }, token) =>
		answer(context, textDocument.uri, token, [], (checker) => features.selectionRanges(checker, positions)),
	);
	connection.onRequest(placeRequest, ({ textDocument, position }: PlaceParams, token: CancellationToken) =>
		answer(context, textDocument.uri, token, null, (checker) => features.placeOf(checker, position)),
	);
}
