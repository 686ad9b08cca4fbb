import { CancellationTokenSource, type Disposable, window } from 'vscode';
import type { CursorPlace } from '../../../server/src/protocol';
import { shown } from '../../../server/src/wording';
import { currentView } from '../files/currentView';
import type { LanguageServer } from '../server/languageServer';
import { StatusItem } from '../ui/statusItem';
import type { FileStatuses } from './fileStatuses';
import { placeText } from './placeText';

/** Long enough that a held arrow key sends one request, too short to notice. */
const DELAY_MS = 60;

/** The status bar item with the column and the row of the cursor. */
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
		const position = window.activeTextEditor?.selection.active;
		if (view?.as !== 'text' || !position || this.server.isDown) return this.#item.hide();
		const request = new CancellationTokenSource();
		this.#request = request;
		const { line, character } = position;
		const params = {
			textDocument: { uri: view.uri.toString() },
			position: { line, character },
		};
		const place = await this.server.place(params, request.token).catch(() => null);
		if (!request.token.isCancellationRequested) this.#draw(place);
		request.dispose();
	}

	#draw(place: CursorPlace | null): void {
		if (!place) {
			this.#item.hide();
			return;
		}
		const about = place.title || shown(place.column);
		this.#item.show(placeText(place), `Column ${place.letter}${about ? `: ${about}` : ''}`);
	}
}
