import {
	type Disposable,
	type Event,
	EventEmitter,
	type ThemeIcon,
	type TreeDataProvider,
	TreeItem,
	window,
} from 'vscode';
import { labelText, lineText, messageText, tooltipText } from '../../../server/src/safeText';

/** An entry of a list. Its texts may hold those of others: nothing in them is an icon or a link. */
export interface ListEntry {
	/** The entry with the same id after a change is the same one: it stays selected. */
	readonly id: string;
	readonly label: string;
	readonly description: string;
	readonly tooltip: string;
	/** What a screen reader says. */
	readonly spoken: string;
	readonly icon: ThemeIcon;
	/** What `viewItem` is in the manifest. */
	readonly contextValue: string;
}

/** How long after the action of a key the list is taken to have the keyboard, in milliseconds. */
const FOCUS_MS = 5000;

/** A view of VS Code with a flat list, and a sentence above it. */
export class ListView<T> implements Disposable, TreeDataProvider<T> {
	readonly #onChange = new EventEmitter<void>();
	readonly #view;
	#elements: readonly T[] = [];
	/** What VS Code draws now. */
	#drawn = '';
	/** The entry from which a key was used, and until when (as `Date.now()`) the list still has the keyboard for sure. */
	#focused: { readonly id: string; readonly index: number; readonly until: number } | undefined;

	/**
	 * @param id that of the view in the manifest.
	 * @param command what a click and Enter run, with the element.
	 */
	constructor(
		id: string,
		private readonly command: string,
		private readonly entryOf: (element: T) => ListEntry,
	) {
		this.#view = window.createTreeView<T>(id, { treeDataProvider: this });
	}

	get onDidChangeTreeData(): Event<void> {
		return this.#onChange.event;
	}

	get isVisible(): boolean {
		return this.#view.visible;
	}

	get onVisibility(): Event<unknown> {
		return this.#view.onDidChangeVisibility;
	}

	/** Shows a list. Without elements and without a message, VS Code shows the welcome of the manifest. */
	show(elements: readonly T[], message: string | undefined): void {
		const text = message === undefined ? undefined : messageText(message);
		if (this.#view.message !== text) this.#view.message = text;
		this.#elements = elements;
		const entries = elements.map((element) => this.entryOf(element));
		const drawn = JSON.stringify(entries);
		// VS Code draws all entries anew, and a click that falls into this is lost.
		if (drawn === this.#drawn) return;
		this.#drawn = drawn;
		this.#onChange.fire();
		this.#focusNext(entries);
	}

	/**
	 * Does what a key asks of the entry that has the keyboard. Where the entry goes by this, the next one gets the
	 * keyboard: VS Code gives it to none.
	 */
	async whileFocused(element: T, run: () => Promise<void>): Promise<void> {
		const { id } = this.entryOf(element);
		const index = this.#elements.findIndex((one) => this.entryOf(one).id === id);
		const focused = { id, index, until: Number.POSITIVE_INFINITY };
		this.#focused = focused;
		await run();
		if (this.#focused === focused) this.#focused = { ...focused, until: Date.now() + FOCUS_MS };
	}

	/** The keyboard is somewhere else now. */
	loseFocus(): void {
		this.#focused = undefined;
	}

	#focusNext(entries: readonly ListEntry[]): void {
		if (!this.#focused || entries.some(({ id }) => id === this.#focused?.id)) return;
		const { index, until } = this.#focused;
		this.#focused = undefined;
		const next = this.#elements[index] ?? this.#elements.at(-1);
		if (next === undefined || Date.now() > until) return;
		// It is rejected where the list has changed again.
		this.#view.reveal(next, { focus: true, select: false }).then(undefined, () => undefined);
	}

	/** Puts a number on the view's tab; 0 takes it off. */
	setBadge(value: number, tooltip: string): void {
		this.#view.badge = value === 0 ? undefined : { value, tooltip: tooltipText(tooltip) };
	}

	getChildren(parent?: T): T[] {
		return parent === undefined ? [...this.#elements] : [];
	}

	/** No entry is in another one; VS Code needs this to give one the keyboard. */
	getParent(): undefined {
		return undefined;
	}

	getTreeItem(element: T): TreeItem {
		const { id, label, description, tooltip, spoken, icon, contextValue } = this.entryOf(element);
		const item = new TreeItem(labelText(label));
		item.id = id;
		item.description = labelText(description);
		item.tooltip = tooltipText(tooltip);
		item.accessibilityInformation = { label: lineText(spoken), role: 'treeitem' };
		item.iconPath = icon;
		item.contextValue = contextValue;
		item.command = { title: 'Show Rows', command: this.command, arguments: [element] };
		return item;
	}

	dispose(): void {
		this.#view.dispose();
		this.#onChange.dispose();
	}
}
