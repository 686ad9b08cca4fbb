import { Disposable, type TextDocument, type ViewColumn, type WebviewPanel } from 'vscode';
import type { GridPlace } from '../../../server/src/protocol';
import type { LanguageServer } from '../server/languageServer';
import type { GridFromPage, GridToPage, TableCommand } from './messages';
import { addTable, type OpenTable, tableChanged } from './openTables';
import { takePendingPlace } from './showTable';

/** A table in an editor: answers its page, and says to it what has changed. */
export class TableSession implements OpenTable {
	place: GridPlace | undefined;
	cells = 0;
	/** What the page shall show once it can. */
	#pendingPlace: GridPlace | undefined;
	#canReveal = false;

	constructor(
		readonly document: TextDocument,
		private readonly panel: WebviewPanel,
		readonly server: LanguageServer,
	) {
		this.#pendingPlace = takePendingPlace(document);
		const subscriptions = Disposable.from(
			addTable(this),
			panel.webview.onDidReceiveMessage((message: GridFromPage) => void message),
			panel.onDidChangeViewState(() => {
				if (!panel.visible) this.#canReveal = false;
				tableChanged();
			}),
		);
		panel.onDidDispose(() => subscriptions.dispose());
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

	reveal(place: GridPlace): void {
		this.#pendingPlace = place;
		this.panel.reveal();
		this.#showPending();
	}

	run(what: TableCommand): void {
		this.#post({ type: 'do', what });
	}

	#showPending(): void {
		const place = this.#pendingPlace;
		if (!place || !this.#canReveal) return;
		this.#pendingPlace = undefined;
		this.#post({ type: 'reveal', place });
	}

	#post(message: GridToPage): void {
		void this.panel.webview.postMessage(message);
	}
}
