import { type Disposable, type TextDocument, workspace } from 'vscode';
import { kindOf } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';

/** Tells the server what only the editor knows of our open files: whether they are saved, and in which encoding. */
export class DocumentFactsSender implements Disposable {
	/** What was sent last, by URI. */
	readonly #sent = new Map<string, string>();
	readonly #disposables: readonly Disposable[];

	constructor(private readonly server: LanguageServer) {
		this.#disposables = [
			workspace.onDidOpenTextDocument((document) => this.#send(document)),
			workspace.onDidSaveTextDocument((document) => this.#send(document)),
			// Fires for a change of the dirty flag or of the encoding too.
			workspace.onDidChangeTextDocument(({ document }) => this.#send(document)),
			workspace.onDidCloseTextDocument(({ uri }) => this.#sent.delete(uri.toString())),
			server.onState(() => this.#sendAll()),
		];
		this.#sendAll();
	}

	dispose(): void {
		for (const disposable of this.#disposables) disposable.dispose();
	}

	/** A server that was just started knows of nothing. */
	#sendAll(): void {
		if (!this.server.isRunning) return;
		this.#sent.clear();
		for (const document of workspace.textDocuments) this.#send(document);
	}

	#send(document: TextDocument): void {
		if (!this.server.isRunning || !kindOf(document)) return;
		const { isDirty, encoding } = document;
		const uri = document.uri.toString();
		const facts = `${isDirty} ${encoding}`;
		if (this.#sent.get(uri) === facts) return;
		this.#sent.set(uri, facts);
		void this.server.documentFacts({ uri, isDirty, encoding }).catch(() => this.#sent.delete(uri));
	}
}
