import { type Disposable, type Event, EventEmitter, Uri, workspace } from 'vscode';
import type { Status } from '../../../server/src/protocol';
import { openDocument } from '../files/documents';
import type { LanguageServer } from '../server/languageServer';

/** The newest status of each open file. */
export class Statuses implements Disposable {
	readonly #byUri = new Map<string, Status>();
	readonly #onChange = new EventEmitter<void>();
	readonly #parts: Disposable[];

	constructor(server: LanguageServer) {
		this.#parts = [
			this.#onChange,
			server.onStatus((status) => {
				const uri = Uri.parse(status.uri);
				// What is said of a file that was closed meanwhile is never taken back.
				if (!openDocument(uri)) return;
				this.#byUri.set(uri.toString(), status);
				this.#onChange.fire();
			}),
			server.onState(() => {
				// What a server said that is gone is no longer so.
				if (server.isDown) this.#byUri.clear();
				this.#onChange.fire();
			}),
			workspace.onDidCloseTextDocument(({ uri }) => {
				if (this.#byUri.delete(uri.toString())) this.#onChange.fire();
			}),
		];
	}

	readonly onChange: Event<void> = this.#onChange.event;

	of(uri: Uri): Status | undefined {
		return this.#byUri.get(uri.toString());
	}

	get all(): Iterable<Status> {
		return this.#byUri.values();
	}

	dispose(): void {
		for (const part of this.#parts) part.dispose();
	}
}
