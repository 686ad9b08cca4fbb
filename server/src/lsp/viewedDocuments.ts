import type { TextDocuments } from 'vscode-languageserver';
import type { CsvDocument } from '../csv/document';

/**
 * Which open documents people look at, as far as a server can tell: what an editor opens or asks about is in view. A
 * change says less, since a rename changes files that are not: it counts only while the editor has asked nothing.
 */
export class ViewedDocuments {
	/** URIs, the one seen last at the end. */
	readonly #seen = new Set<string>();
	#hasAsked = false;

	constructor(private readonly documents: TextDocuments<CsvDocument>) {
		documents.onDidOpen(({ document }) => this.#putLast(document.uri));
		documents.onDidChangeContent(({ document }) => {
			if (!this.#hasAsked) this.#putLast(document.uri);
		});
		documents.onDidClose(({ document }) => this.#seen.delete(document.uri));
	}

	/** Takes note that the client asks about a document. */
	see(uri: string): void {
		this.#hasAsked = true;
		this.#putLast(uri);
	}

	/** The URIs of the open documents, the one seen last first. */
	newestFirst(): readonly string[] {
		return [...this.#seen].reverse();
	}

	#putLast(uri: string): void {
		this.#seen.delete(uri);
		if (this.documents.get(uri)) this.#seen.add(uri);
	}
}
