import {
	type Connection,
	DidChangeWorkspaceFoldersNotification,
	type InitializeParams,
} from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures';
import { pathOf } from './uris';

/** The folders that are open in the client. */
export class WorkspaceFolders {
	#uris: readonly string[];
	readonly #clientWatches: boolean;

	constructor({ workspaceFolders, rootUri }: InitializeParams, { watchesFiles }: ClientFeatures) {
		this.#uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
		this.#clientWatches = watchesFiles;
	}

	get uris(): readonly string[] {
		return this.#uris;
	}

	/** The URIs of the folders in which the client reports the changes of files. */
	get watched(): readonly string[] {
		return this.#clientWatches ? this.#uris : [];
	}

	/** Follows the folders that are added and removed; `onChange` is called after each change. */
	listen(connection: Connection, onChange: () => void): void {
		connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
			const removed = new Set(event.removed.map(({ uri }) => pathOf(uri)));
			this.#uris = [
				...this.#uris.filter((uri) => !removed.has(pathOf(uri))),
				...event.added.map(({ uri }) => uri),
			];
			onChange();
		});
	}
}
