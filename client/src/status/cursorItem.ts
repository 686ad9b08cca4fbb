import { CancellationTokenSource, type Disposable, StatusBarAlignment, window } from 'vscode';
import type { CursorPlace } from '../../../server/src/protocol';
import { currentView } from '../files/currentView';
import type { LanguageServer } from '../server/languageServer';
import type { Statuses } from './fileStatuses';

/** Long enough that a held arrow key asks once, short enough not to be seen. */
const DELAY = 60;

/** The column's name and the row where the cursor stands. */
export class PlaceItem implements Disposable {
	readonly #item = window.createStatusBarItem('place', StatusBarAlignment.Right, 101);
	readonly #parts: Disposable[];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#asking: CancellationTokenSource | undefined;

	constructor(
		private readonly server: LanguageServer,
		statuses: Statuses,
	) {
		this.#item.name = 'Clever Demographics: column and row';
		const soon = (): void => {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(() => void this.#show(), DELAY);
		};
		this.#parts = [
			this.#item,
			window.onDidChangeTextEditorSelection(soon),
			window.onDidChangeActiveTextEditor(soon),
			// After an edit the cursor may stand in another column without having moved.
			statuses.onChange(soon),
		];
		soon();
	}

	dispose(): void {
		clearTimeout(this.#timer);
		this.#asking?.cancel();
		for (const part of this.#parts) part.dispose();
	}

	async #show(): Promise<void> {
		this.#asking?.cancel();
		const view = currentView();
		const position = window.activeTextEditor?.selection.active;
		if (view?.as !== 'text' || !position || this.server.isDown) return this.#item.hide();
		const asking = new CancellationTokenSource();
		this.#asking = asking;
		const { line, character } = position;
		const params = {
			textDocument: { uri: view.uri.toString() },
			position: { line, character },
		};
		const place = await this.server.place(params, asking.token).catch(() => null);
		if (!asking.token.isCancellationRequested) this.#draw(place);
		asking.dispose();
	}

	#draw(place: CursorPlace | null): void {
		if (!place) {
			this.#item.hide();
			return;
		}
		const name = place.column || `column ${place.letter}`;
		// A header may hold a $(name), which would be drawn as an icon.
		this.#item.text = `${name.replaceAll('$(', '$\u200b(')} · row ${place.row}`;
		this.#item.tooltip = `Column ${place.letter}${place.title ? `: ${place.title}` : ''}`;
		this.#item.show();
	}
}
