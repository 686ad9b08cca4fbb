import { TextDocuments } from 'vscode-languageserver';
import { CsvDocument } from '../csv/document';

/** The documents that are open in the client, each as the blocks that the checks work on. */
export function openDocuments(): TextDocuments<CsvDocument> {
	return new TextDocuments<CsvDocument>({
		create: (uri, languageId, version, text) => new CsvDocument(uri, languageId, version, text),
		update: (document, changes, version) => {
			document.update(changes, version);
			return document;
		},
	});
}
