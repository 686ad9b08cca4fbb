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
import type { CheckedFile, CheckOutput, Status } from '../../../server/src/protocol';
import { baseName } from '../files/fileKinds';
import { fileOf, tabsOf } from '../files/tabs';
import { diagnosticsOf } from './diagnostics';

/** How a file stood on the disk when it was checked. */
export interface DiskResult {
	readonly status: Status;
	readonly at: Date;
	/** The file is another by now: what was found need not be there any more. */
	readonly isOld: boolean;
}

/**
 * What checks on the disk have found: the problems for as long as the file is as it was, the verdict till it is closed.
 */
export class DiskResults implements Disposable {
	readonly #results = new Map<string, DiskResult>();
	readonly #watchers = new Map<string, Disposable>();
	readonly #diagnostics = languages.createDiagnosticCollection('clever-demographics on disk');
	readonly #onChange = new EventEmitter<void>();
	readonly #parts: readonly Disposable[] = [
		window.tabGroups.onDidChangeTabs(({ closed }) => {
			for (const tab of closed) {
				const uri = fileOf(tab);
				if (uri && tabsOf(uri).length === 0) this.forget(uri);
			}
		}),
		// From here on the server says what is wrong, and nothing may stand there twice.
		workspace.onDidOpenTextDocument(({ uri }) => this.forget(uri)),
	];

	constructor(private readonly rules: Uri) {}

	readonly onChange: Event<void> = this.#onChange.event;

	of(uri: Uri): DiskResult | undefined {
		return this.#results.get(uri.toString());
	}

	/** @param shows whether the problems are to be shown: those of a document that is open are shown already. */
	keep(uri: Uri, file: CheckedFile, summary: CheckOutput['summary'], shows: boolean): DiskResult {
		this.forget(uri);
		const result = { status: statusOf(uri, file, summary), at: new Date(), isOld: false };
		this.#results.set(uri.toString(), result);
		if (shows) this.#diagnostics.set(uri, diagnosticsOf(file, this.rules));
		const pattern = new RelativePattern(Uri.joinPath(uri, '..'), baseName(uri.path));
		const watcher = workspace.createFileSystemWatcher(pattern);
		// A program that writes a file anew may put another in its place: then it is made, not changed.
		watcher.onDidCreate(() => this.#changed(uri));
		watcher.onDidChange(() => this.#changed(uri));
		watcher.onDidDelete(() => this.forget(uri));
		this.#watchers.set(uri.toString(), watcher);
		this.#onChange.fire();
		return result;
	}

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
		for (const part of [...this.#watchers.values(), ...this.#parts]) part.dispose();
		this.#diagnostics.dispose();
		this.#onChange.dispose();
	}
}

function statusOf(uri: Uri, { table, records }: CheckedFile, summary: CheckOutput['summary']): Status {
	const { errors, warnings, information, hints } = summary;
	return {
		uri: uri.toString(),
		version: 0,
		fileName: table,
		records,
		counts: { error: errors, warning: warnings, information, hint: hints },
		fixable: 0,
	};
}
