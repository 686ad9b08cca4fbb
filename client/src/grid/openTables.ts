import { Disposable, type Event, EventEmitter, type TextDocument, type Uri, type ViewColumn } from 'vscode';
import type { GridFilter, GridPlace } from '../../../server/src/protocol';
import type { TableCommand } from './messages';

/** A file that an editor shows as a table. VS Code has no `activeTextEditor` while it is active. */
export interface OpenTable {
	readonly document: TextDocument;
	/** Where its editor is; undefined while it is hidden. */
	readonly viewColumn: ViewColumn | undefined;
	readonly isActive: boolean;
	readonly isVisible: boolean;
	/** The active cell; undefined where there is none, or before the page has said it. */
	readonly place: GridPlace | undefined;
	/** How many cells are selected. */
	readonly cells: number;
	/** Brings its tab to the front, with the keyboard or without, and makes a cell the active one. */
	reveal(place: GridPlace, preserveFocus: boolean): void;
	/** Brings its tab to the front likewise, and shows the rows that pass a filter. `column` is the one to look at, 0-based. */
	showRows(filter: GridFilter, column: number, preserveFocus: boolean): void;
	/** Makes its page do what a command asks. */
	run(command: TableCommand): void;
}

const tables = new Set<OpenTable>();
const changes = new EventEmitter<void>();

/** A table was opened or closed, or has another active cell, or another table is active. */
export const onDidChangeTables: Event<void> = changes.event;

/** Adds a table; what is returned removes it. */
export function addTable(table: OpenTable): Disposable {
	tables.add(table);
	tableChanged();
	return new Disposable(() => {
		tables.delete(table);
		tableChanged();
	});
}

/** Tells those who listen that a table has another active cell or another state. */
export function tableChanged(): void {
	changes.fire();
}

/** The files that are open as tables. */
export function filesOfTables(): readonly Uri[] {
	return [...tables].map(({ document }) => document.uri);
}

/** The table in the active editor. */
export function activeTable(): OpenTable | undefined {
	return [...tables].find(({ isActive }) => isActive);
}

/** The table in the active editor; throws, in words for the person, where there is none. */
export function requireTable(): OpenTable {
	const table = activeTable();
	if (!table) throw new Error('Open a file as a table first.');
	return table;
}

/** The tables of a file, the active one first, then those that can be seen. */
export function tablesOf(uri: Uri): readonly OpenTable[] {
	const rank = ({ isActive, isVisible }: OpenTable): number => (isActive ? 0 : isVisible ? 1 : 2);
	return [...tables]
		.filter(({ document }) => document.uri.toString() === uri.toString())
		.sort((a, b) => rank(a) - rank(b));
}

/** Shows a place in a table of its file; whether the file is open as one. */
export function revealInTable(uri: Uri, place: GridPlace, preserveFocus = false): boolean {
	const [table] = tablesOf(uri);
	table?.reveal(place, preserveFocus);
	return table !== undefined;
}
