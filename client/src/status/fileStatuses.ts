import { type Disposable, type Event, EventEmitter, Uri, workspace } from 'vscode';
import type { Status } from '../../../server/src/protocol';
import { openDocument } from '../files/documents';
import type { LanguageServer } from '../server/languageServer';

/** How long to wait for a check before a message goes without its result, in milliseconds. */
const WAIT_MS = 5000;

/** The latest status of each file, open or not. */
export class FileStatuses implements Disposable {
	readonly #byUri = new Map<string, Status>();
	readonly #onChange = new EventEmitter<void>();
	readonly #disposables: Disposable[];

	constructor(server: LanguageServer) {
		this.#disposables = [
			this.#onChange,
			server.onStatus((status) => {
				const uri = Uri.parse(status.uri);
				// That of a document that was closed in the meantime comes too late: nothing would remove it.
				if (!openDocument(uri) && status.version > 0) return;
				this.#byUri.set(uri.toString(), status);
				this.#onChange.fire();
			}),
			server.onFileGone((uri) => {
				if (this.#byUri.delete(Uri.parse(uri).toString())) this.#onChange.fire();
			}),
			server.onState(() => {
				// The statuses of a server that has stopped may be wrong.
				if (server.isDown) this.#byUri.clear();
				this.#onChange.fire();
			}),
			workspace.onDidCloseTextDocument(({ uri }) => {
				if (this.#byUri.delete(uri.toString())) this.#onChange.fire();
			}),
		];
	}

	/** A status was added or removed, or the server started or stopped. */
	readonly onChange: Event<void> = this.#onChange.event;

	/** The status of a file; undefined before its first check. */
	of(uri: Uri): Status | undefined {
		return this.#byUri.get(uri.toString());
	}

	/** The status of this version of a file or of a later one; undefined where none comes in time. */
	since(uri: Uri, version: number): Promise<Status | undefined> {
		return new Promise((resolve) => {
			const answer = (status: Status | undefined): void => {
				listening.dispose();
				clearTimeout(timer);
				resolve(status);
			};
			const look = (): void => {
				const status = this.of(uri);
				if (status && status.version >= version) answer(status);
			};
			const listening = this.onChange(look);
			const timer = setTimeout(() => answer(undefined), WAIT_MS);
			look();
		});
	}

	/** The statuses of all files. */
	get all(): Iterable<Status> {
		return this.#byUri.values();
	}

	dispose(): void {
		for (const disposable of this.#disposables) disposable.dispose();
	}
}
