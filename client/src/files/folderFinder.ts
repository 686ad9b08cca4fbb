import { type Disposable, type Event, EventEmitter, Uri, workspace } from 'vscode';
import { fileKinds, MAX_FOUND_FOLDERS } from '../../../server/src/protocol';
import { anyCase } from './fileGlob';
import { kindOfUri } from './fileKinds';

/** Several changes, as when a folder is copied, are one search. */
const DELAY_MS = 300;

/** Finds the files with a name of ours in the folders of the workspace, and follows them as they come and go. */
export class FolderFinder implements Disposable {
	#files: readonly Uri[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	#search = 0;
	readonly #onChange = new EventEmitter<void>();
	readonly #disposables: readonly Disposable[];

	/** @param onFailure called with what a search throws. */
	constructor(onFailure: (error: unknown) => void) {
		const search = (): void => void this.#find().catch(onFailure);
		const searchSoon = (): void => {
			clearTimeout(this.#timer);
			this.#timer = setTimeout(search, DELAY_MS);
		};
		const watchers = fileKinds.map(({ fileName }) =>
			// A change inside a file is the server's to follow.
			workspace.createFileSystemWatcher(anyCase(fileName), false, true, false),
		);
		this.#disposables = [
			this.#onChange,
			...watchers,
			...watchers.flatMap((watcher) => [watcher.onDidCreate(searchSoon), watcher.onDidDelete(searchSoon)]),
			workspace.onDidChangeWorkspaceFolders(searchSoon),
		];
		search();
	}

	/** Other files are found than before. */
	readonly onChange: Event<void> = this.#onChange.event;

	/** The files by their paths: those of one folder next to each other. */
	get files(): readonly Uri[] {
		return this.#files;
	}

	dispose(): void {
		clearTimeout(this.#timer);
		for (const disposable of this.#disposables) disposable.dispose();
	}

	async #find(): Promise<void> {
		const search = ++this.#search;
		const isFolderOpen = workspace.workspaceFolders !== undefined;
		const searches = fileKinds.map(({ fileName }) =>
			isFolderOpen ? workspace.findFiles(anyCase(fileName), '**/node_modules/**', MAX_FOUND_FOLDERS) : [],
		);
		const found = (await Promise.all(searches)).flat();
		if (search !== this.#search) return;
		const files = found.toSorted((a, b) => compare(sortKey(a), sortKey(b)));
		const isSame = files.map(String).join('\n') === this.#files.map(String).join('\n');
		this.#files = files;
		if (!isSame) this.#onChange.fire();
	}
}

/** The folder comes first, then Clever's order of the files. */
function sortKey(uri: Uri): string {
	const index = fileKinds.findIndex(({ fileName }) => fileName === kindOfUri(uri)?.fileName);
	return `${Uri.joinPath(uri, '..').toString()}/ ${index} ${uri.path}`;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
