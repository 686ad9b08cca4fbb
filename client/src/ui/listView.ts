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

/** A view of VS Code with a flat list, and a sentence above it. */
export class ListView<T> implements Disposable, TreeDataProvider<T> {
	readonly #onChange = new EventEmitter<void>();
	readonly #view;
	#elements: readonly T[] = [];

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
		this.#elements = elements;
		this.#view.message = message === undefined ? undefined : messageText(message);
		this.#onChange.fire();
	}

	/** Puts a number on the view's tab; 0 takes it off. */
	setBadge(value: number, tooltip: string): void {
		this.#view.badge = value === 0 ? undefined : { value, tooltip: tooltipText(tooltip) };
	}

	getChildren(parent?: T): T[] {
		return parent === undefined ? [...this.#elements] : [];
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
