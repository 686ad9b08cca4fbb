import {
	type Disposable,
	type Event,
	EventEmitter,
	languages,
	RelativePattern,
	Uri,
	window,
	workspace,
} from 'vscode';
import type { CheckedFile, CheckOutput, FolderReadiness, Status } from '../../../server/src/protocol';
import { openDocument } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { fileOfTab, tabsOf } from '../files/tabs';
import type { FileStatuses } from '../status/fileStatuses';
import { diagnosticsOf } from './diagnostics';

/** The result of one check on the disk. */
export interface DiskResult {
	readonly status: Status;
	/** The state of its folder; undefined for a file that is not about students. */
	readonly readiness: FolderReadiness | undefined;
	readonly checkedAt: Date;
	/** Whether the file has changed since. */
	readonly isOld: boolean;
}

/** The results of checks on the disk. Problems are shown until the file changes, the result until it is closed. */
export class DiskResults implements Disposable {
	readonly #results = new Map<string, DiskResult>();
	readonly #watchers = new Map<string, Disposable>();
	readonly #diagnostics = languages.createDiagnosticCollection('clever-demographics on disk');
	readonly #onChange = new EventEmitter<void>();
	readonly #disposables: readonly Disposable[];

	/** @param statuses of the files that the server checks, whose problems are listed already. */
	constructor(
		private readonly rules: Uri,
		private readonly statuses: FileStatuses,
	) {
		this.#disposables = [
			window.tabGroups.onDidChangeTabs(({ closed }) => {
				for (const tab of closed) {
					const uri = fileOfTab(tab);
					if (uri && tabsOf(uri).length === 0) this.forget(uri);
				}
			}),
			// The server checks an open file, and no problem may be listed twice.
			workspace.onDidOpenTextDocument(({ uri }) => this.forget(uri)),
			statuses.onChange(() => {
				for (const { status } of this.#results.values()) {
					const uri = Uri.parse(status.uri);
					if (this.statuses.of(uri)) this.#diagnostics.delete(uri);
				}
			}),
		];
	}

	readonly onChange: Event<void> = this.#onChange.event;

	/** The result of the last check of a file; undefined if there is none. */
	of(uri: Uri): DiskResult | undefined {
		return this.#results.get(uri.toString());
	}

	/** Keeps the result of a check, and lists its problems where the server does not. */
	keep(uri: Uri, file: CheckedFile, output: CheckOutput): DiskResult {
		this.forget(uri);
		const result = {
			status: statusOf(uri, file, output.summary),
			readiness: output.readiness[0],
			checkedAt: new Date(),
			isOld: false,
		};
		this.#results.set(uri.toString(), result);
		const status = this.statuses.of(uri);
		const isListed = openDocument(uri) !== undefined || (status !== undefined && !status.problem);
		if (!isListed) this.#diagnostics.set(uri, diagnosticsOf(file, this.rules));
		const pattern = new RelativePattern(Uri.joinPath(uri, '..'), baseName(uri.path));
		const watcher = workspace.createFileSystemWatcher(pattern);
		// A program may replace the file instead of changing it: the file is then created again.
		watcher.onDidCreate(() => this.#changed(uri));
		watcher.onDidChange(() => this.#changed(uri));
		watcher.onDidDelete(() => this.forget(uri));
		this.#watchers.set(uri.toString(), watcher);
		this.#onChange.fire();
		return result;
	}

	/** Removes the result and the problems of a file. */
	forget(uri: Uri): void {
		const id = uri.toString();
		this.#watchers.get(id)?.dispose();
		this.#watchers.delete(id);
		this.#diagnostics.delete(uri);
		if (this.#results.delete(id)) this.#onChange.fire();
	}

	#changed(uri: Uri): void {
		const result = this.of(uri);
		if (!result || result.isOld) return;
		this.#diagnostics.delete(uri);
		this.#results.set(uri.toString(), { ...result, isOld: true });
		this.#onChange.fire();
	}

	dispose(): void {
		for (const disposable of [...this.#watchers.values(), ...this.#disposables]) disposable.dispose();
		this.#diagnostics.dispose();
		this.#onChange.dispose();
	}
}

function statusOf(
	uri: Uri,
	{ table, records }: CheckedFile,
	{ errors, warnings, information, hints }: CheckOutput['summary'],
): Status {
	return {
		uri: uri.toString(),
		version: 0,
		fileName: table,
		records,
		counts: { error: errors, warning: warnings, information, hint: hints },
		fixable: 0,
	};
}
