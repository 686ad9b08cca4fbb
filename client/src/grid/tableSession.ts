import {
	Disposable,
	type Memento,
	type TextDocument,
	Uri,
	type ViewColumn,
	type WebviewPanel,
	workspace,
} from 'vscode';
import type { GridFilter, GridPlace } from '../../../server/src/protocol';
import { shown } from '../../../server/src/wording';
import { folderKey } from '../files/documents';
import { baseName, kindOf, namesOf } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import { showInformation } from '../ui/messages';
import { showFailure } from '../ui/showFailure';
import { editCells } from './editCells';
import type { GridFromPage, GridToPage, PageRequests, TableCommand } from './messages';
import { addTable, type OpenTable, tableChanged } from './openTables';
import { isPageRequest } from './pageForms';
import { takePendingMessage } from './showTable';
import { type AnsweringTable, answerTo, needsServer, type PageAnswers, pageAnswers } from './tableAnswers';

/** Several results of checks make the page ask once, in milliseconds. An edit makes it ask at once. */
const DELAY_MS = 50;

/**
 * A table in an editor: answers its page and says to it what has changed. A hidden page does not exist; one that is
 * shown again begins anew and asks by itself.
 */
export class TableSession implements OpenTable, AnsweringTable {
	#place: GridPlace | undefined;
	#cells = 0;
	/** What the page shall show or do once it can. */
	#pending: readonly GridToPage[];
	/** Whether the page knows its columns, so that it can show a place. */
	#isReady = false;
	/** Why the page can show nothing, as it was told. */
	#unavailable: string | undefined;
	#isDisposed = false;
	/** What is typed in an open cell of the page while something else has the keyboard. */
	#draft: PageRequests['draft'][0] | undefined;
	#timer: ReturnType<typeof setTimeout> | undefined;
	readonly #answers: PageAnswers;

	constructor(
		readonly document: TextDocument,
		private readonly panel: WebviewPanel,
		readonly server: LanguageServer,
		memory: Memento,
	) {
		this.#answers = pageAnswers(this, memory);
		const message = takePendingMessage(document);
		this.#pending = message ? [message] : [];
		const subscriptions = Disposable.from(
			addTable(this),
			panel.webview.onDidReceiveMessage((message: unknown) => {
				if (isPageRequest(message)) void this.#answer(message);
			}),
			panel.onDidChangeViewState(() => {
				if (!panel.visible) {
					this.#isReady = false;
					void this.#writeDraft();
				}
				tableChanged();
			}),
			workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
				if (changed === document && contentChanges.length > 0) this.#postChanged();
			}),
			// Another language id, which may make it a file of ours or of no kind.
			workspace.onDidOpenTextDocument((opened) => {
				if (opened === document) this.#showState();
			}),
			server.onStatus(({ uri }) => {
				if (folderKey(Uri.parse(uri)) === folderKey(document.uri)) this.#changedSoon();
			}),
			server.onEarlierValues((uri) => {
				if (Uri.parse(uri).toString() === document.uri.toString()) this.#changedSoon();
			}),
			server.onState(() => this.#showState()),
		);
		panel.onDidDispose(() => {
			this.#isDisposed = true;
			clearTimeout(this.#timer);
			subscriptions.dispose();
			void this.#writeDraft();
		});
	}

	get viewColumn(): ViewColumn | undefined {
		return this.panel.viewColumn;
	}

	get isActive(): boolean {
		return this.panel.active;
	}

	get isVisible(): boolean {
		return this.panel.visible;
	}

	get place(): GridPlace | undefined {
		return this.#place;
	}

	get cells(): number {
		return this.#cells;
	}

	reveal(place: GridPlace, preserveFocus: boolean): void {
		this.#postWhenReady({ type: 'reveal', place }, preserveFocus);
	}

	showRows(filter: GridFilter, column: number, preserveFocus: boolean): void {
		this.#postWhenReady({ type: 'filter', filter, column }, preserveFocus);
	}

	run(what: TableCommand): void {
		this.#postWhenReady({ type: 'do', what });
	}

	select(place: GridPlace | undefined, cells: number): void {
		this.#place = place;
		this.#cells = cells;
		tableChanged();
	}

	takeDraft(draft: PageRequests['draft'][0] | undefined): void {
		this.#draft = draft ?? undefined;
	}

	takeFocus(): void {
		if (this.panel.active) this.panel.reveal(this.panel.viewColumn);
	}

	/** Makes the change that was typed in a page that is gone now. */
	async #writeDraft(): Promise<void> {
		const draft = this.#draft;
		this.#draft = undefined;
		if (draft?.action.type !== 'fill') return;
		const answer = await editCells(this, draft).catch(() => null);
		if (answer && 'changed' in answer) return;
		const name = baseName(this.document.uri.path);
		void showInformation(`A cell of ${name} was left open. Not written: ${shown(draft.action.value)}`);
	}

	async #answer(request: GridFromPage): Promise<void> {
		const { id, method } = request;
		if (method === 'begin') this.#isReady = false;
		if (needsServer(method) && this.server.isDown) {
			this.#post(method === 'layout' ? { type: 'answer', id, answer: null } : { type: 'failed', id });
			return;
		}
		try {
			const answer = await answerTo(this.#answers, request);
			this.#post({ type: 'answer', id, answer });
			if (method === 'begin') this.#tellState();
			if (method === 'layout' && answer) this.#postPending();
		} catch (error) {
			this.#post({ type: 'failed', id });
			// Where the server stops, its state tells it.
			if (!needsServer(method) || this.server.isRunning) showFailure(error);
		}
	}

	#changedSoon(): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.#postChanged(), DELAY_MS);
	}

	#postChanged(): void {
		clearTimeout(this.#timer);
		// A page that can show nothing asks once it can again.
		if (this.#unavailable === undefined) this.#post({ type: 'changed', version: this.document.version });
	}

	/** Says whether anything can be shown where that is news. */
	#showState(): void {
		if (this.#reason() !== this.#unavailable) this.#tellState();
		if (this.server.isRunning) this.#changedSoon();
	}

	#tellState(): void {
		const reason = this.#reason();
		if (reason === undefined && this.#unavailable === undefined) return;
		this.#unavailable = reason;
		this.#post({ type: 'unavailable', reason });
	}

	#reason(): string | undefined {
		if (this.server.isDown) return 'The server that checks your files has stopped. Use Restart Server.';
		if (kindOf(this.document)) return undefined;
		return `${baseName(this.document.uri.path)} is not checked as ${namesOf()}. Show it as text.`;
	}

	/** Brings the table to the front, and sends a message to its page once that can do what it says. */
	#postWhenReady(message: GridToPage, preserveFocus = false): void {
		this.panel.reveal(undefined, preserveFocus);
		this.#pending = [message];
		if (this.#isReady) this.#postPending();
	}

	#postPending(): void {
		this.#isReady = true;
		const messages = this.#pending;
		this.#pending = [];
		for (const message of messages) this.#post(message);
	}

	#post(message: GridToPage): void {
		if (!this.#isDisposed && this.panel.visible) void this.panel.webview.postMessage(message);
	}
}
