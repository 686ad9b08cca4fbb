import type { Connection, TextDocumentContentChangeEvent, TextDocuments } from 'vscode-languageserver';
import { CsvDocument } from '../csv/document';
import { ownSchemes } from '../protocol';

/**
 * Whether a document is a person's own file, and no version of one that an editor shows beside it.
 *
 * @param folders the URIs of the client's folders, which say by their schemes where its files are.
 */
function isOwn(uri: string, folders: readonly string[]): boolean {
	const scheme = schemeOf(uri);
	return ownSchemes.includes(scheme) || folders.some((folder) => schemeOf(folder) === scheme);
}

/**
 * Follows the documents of a client, but for those that are nobody's file: for the server they are not open.
 *
 * @returns what opens those that have become somebody's, to be called when the folders of the client have changed.
 */
export function listenToOwn(
	documents: TextDocuments<CsvDocument>,
	connection: Connection,
	folders: () => readonly string[],
): () => void {
	/** As they are in the client, by URI. */
	const refused = new Map<string, CsvDocument>();
	let open: Parameters<Connection['onDidOpenTextDocument']>[0] = () => {};
	documents.listen({
		...connection,
		onDidOpenTextDocument: (handler) => {
			open = handler;
			return connection.onDidOpenTextDocument((params) => {
				const { uri, languageId, version, text } = params.textDocument;
				if (isOwn(uri, folders())) open(params);
				else refused.set(uri, new CsvDocument(uri, languageId, version, text));
			});
		},
		onDidChangeTextDocument: (handler) =>
			connection.onDidChangeTextDocument((params) => {
				const { textDocument, contentChanges } = params;
				const document = refused.get(textDocument.uri);
				if (document) document.update(contentChanges, textDocument.version);
				// The library would forget the version of a change that changes nothing.
				else handler(contentChanges.length > 0 ? params : { textDocument, contentChanges: [noChange] });
			}),
		onDidCloseTextDocument: (handler) =>
			connection.onDidCloseTextDocument((params) => {
				if (!refused.delete(params.textDocument.uri)) handler(params);
			}),
	});
	return () => {
		for (const [uri, document] of refused) {
			if (!isOwn(uri, folders())) continue;
			refused.delete(uri);
			const { languageId, version } = document;
			open({ textDocument: { uri, languageId, version, text: document.getText() } });
		}
	};
}

const start = { line: 0, character: 0 };
const noChange: TextDocumentContentChangeEvent = { range: { start, end: start }, text: '' };

/** In lower case. A text without one is a path of a disk. */
function schemeOf(uri: string): string {
	return /^([a-z][a-z\d+.-]*):/i.exec(uri)?.[1]?.toLowerCase() ?? 'file';
}
