/** A server that keeps its documents as vscode-languageserver does, and does nothing with them. */
import { TextDocumentSyncKind, TextDocuments } from 'vscode-languageserver';
import type { Connection } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export function startEmpty(connection: Connection): void {
	const documents = new TextDocuments(TextDocument);
	connection.onInitialize(() => ({
		capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental, codeActionProvider: true },
	}));
	connection.onCodeAction(() => []);
	documents.listen(connection);
	connection.listen();
}
