import { type Disposable, StatusBarAlignment, window } from 'vscode';
import { type LabelText, tooltipText } from '../../../server/src/safeText';

/** An item of the status bar. It draws icons of ours only, and its tooltip draws none. */
export class StatusItem implements Disposable {
	readonly #item;

	/** @param priority a higher one is further left. */
	constructor(id: string, { name, priority }: { readonly name: string; readonly priority: number }) {
		this.#item = window.createStatusBarItem(id, StatusBarAlignment.Right, priority);
		this.#item.name = name;
	}

	/** The command that a click runs. */
	set command(id: string) {
		this.#item.command = id;
	}

	show(text: LabelText, tooltip: string): void {
		this.#item.text = text;
		this.#item.tooltip = tooltipText(tooltip);
		this.#item.show();
	}

	hide(): void {
		this.#item.hide();
	}

	dispose(): void {
		this.#item.dispose();
	}
}

/** Shows a text in the status bar for a moment: milliseconds, or as long as some work takes. */
export function showBriefly(text: LabelText, until: number | Thenable<unknown>): void {
	if (typeof until === 'number') window.setStatusBarMessage(text, until);
	else window.setStatusBarMessage(text, until);
}
