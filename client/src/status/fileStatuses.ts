import { type Disposable, type Event, EventEmitter, Uri, workspace } from 'vscode';
import type { Status } from '../../../server/src/protocol';
import { openDocument } from '../files/documents';
import type { LanguageServer } from '../server/languageServer';

/** The latest status of each open file. */
export class FileStatuses implements Disposable {
	readonly #byUri = new Map<string, Status>();
	readonly #onChange = new EventEmitter<void>();
	readonly #disposables: Disposable[];

	constructor(server: LanguageServer) {
		this.#disposables = [
			this.#onChange,
			server.onStatus((status) => {
				const uri = Uri.parse(status.uri);
				// A file that was closed in the meantime gets no status, since nothing would remove it.
				if (!openDocument(uri)) return;
				this.#byUri.set(uri.toString(), status);
				this.#onChange.fire();
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

	/** The statuses of all open files. */
	get all(): Iterable<Status> {
		return this.#byUri.values();
	}

	dispose(): void {
		for (const disposable of this.#disposables) disposable.dispose();
	}
}
