import {
	type CancellationToken,
	CancellationTokenSource,
	type Disposable,
	type Position,
	type Uri,
	window,
} from 'vscode';
import type { CursorPlace } from '../../../server/src/protocol';
import type { LabelText } from '../../../server/src/safeText';
import { shown } from '../../../server/src/wording';
import { currentView } from '../files/currentView';
import { activeTable, onDidChangeTables } from '../grid/openTables';
import { cellRange } from '../grid/showTable';
import type { LanguageServer } from '../server/languageServer';
import { StatusItem } from '../ui/statusItem';
import type { FileStatuses } from './fileStatuses';
import { cellText, placeText } from './placeText';

/** Long enough that a held arrow key sends one request, too short to notice. */
const DELAY_MS = 60;

interface ShownPlace {
	readonly text: LabelText;
	readonly tooltip: string;
}

/** The status bar item with the column and the row of the cursor, or of the active cell of a table. */
export class CursorItem implements Disposable {
	readonly #item = new StatusItem('place', {
		name: 'Clever Demographics: Column and Row',
		priority: 101,
	});
	readonly #disposables: Disposable[];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#request: CancellationTokenSource | undefined;

	constructor(
		private readonly server: LanguageServer,
		statuses: FileStatuses,
	) {
		const showSoon = (): void => {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => void this.#show(), DELAY_MS);
		};
		this.#disposables = [
			this.#item,
			window.onDidChangeTextEditorSelection(showSoon),
			window.onDidChangeActiveTextEditor(showSoon),
			onDidChangeTables(showSoon),
			window.tabGroups.onDidChangeTabs(showSoon),
			// An edit can put the cursor in another column without moving it.
			statuses.onChange(showSoon),
		];
		showSoon();
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#request?.cancel();
		for (const disposable of this.#disposables) disposable.dispose();
	}

	async #show(): Promise<void> {
		this.#request?.cancel();
		const view = currentView();
		if ((view?.as !== 'text' && view?.as !== 'table') || this.server.isDown) return this.#item.hide();
		const request = new CancellationTokenSource();
		this.#request = request;
		const { token } = request;
		const shown = await (view.as === 'table' ? this.#inTable(token) : this.#inText(view.uri, token)).catch(
			() => undefined,
		);
		if (!token.isCancellationRequested) {
			if (shown) this.#item.show(shown.text, shown.tooltip);
			else this.#item.hide();
		}
		request.dispose();
	}

	async #inText(uri: Uri, token: CancellationToken): Promise<ShownPlace | undefined> {
		const position = window.activeTextEditor?.selection.active;
		const place = position && (await this.#placeAt(uri, position, token));
		return place ? { text: placeText(place), tooltip: tooltipOf(place) } : undefined;
	}

	async #inTable(token: CancellationToken): Promise<ShownPlace | undefined> {
		const { document, place: cell, cells = 0 } = activeTable() ?? {};
		if (!document || !cell) return undefined;
		// The row itself may have no such field, or be one that cannot be read.
		const header = await cellRange(this.server, document.uri, { record: 0, column: cell.column });
		const place = header && (await this.#placeAt(document.uri, header.start, token));
		if (!place) return undefined;
		return { text: cellText({ ...place, row: cell.record + 1 }, cells), tooltip: tooltipOf(place) };
	}

	async #placeAt(
		uri: Uri,
		{ line, character }: Position,
		token: CancellationToken,
	): Promise<CursorPlace | null> {
		return this.server.place({ textDocument: { uri: uri.toString() }, position: { line, character } }, token);
	}
}

function tooltipOf({ letter, title, column }: CursorPlace): string {
	const about = title || shown(column);
	return `Column ${letter}${about ? `: ${about}` : ''}`;
}
