/** A server that keeps its documents with vscode-languageserver's `TextDocuments` and does nothing else. */
import { TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** Serves a connection with the empty server. */
export function startEmpty(connection: Connection): void {
	const documents = new TextDocuments(TextDocument);
	connection.onInitialize(() => ({
		capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, codeActionProvider: true },
	}));
	connection.onCodeAction(() => []);
	documents.listen(connection);
	connection.listen();
}
