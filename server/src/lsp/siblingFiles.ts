import { Emitter, type Event } from 'vscode-languageserver';
import { CsvDocument } from '../csv/document';
import type { FileProblem, SiblingProblem } from '../features/status';
import { referencedTable, siblingTable, type Table, tableByFileName } from '../spec';
import type { Files } from './fileAccess';
import { fileNameOf, folderOf, pathOf, tableOf, uriInSameFolder } from './uris';

/** A file of a folder; a problem where it is there and cannot be read, undefined if it is not there. */
export type SiblingFile = CsvDocument | FileProblem | undefined;

interface DiskFile {
	readonly uri: string;
	readonly document: Promise<SiblingFile>;
	readonly unwatch: (() => void) | undefined;
}

/** Finds the other files of a document's folder: in the editor where they are open, else on the disk. */
export class SiblingFiles {
	/** By path, since the client may report a change with the URI escaped in another way. */
	readonly #onDisk = new Map<string | undefined, DiskFile>();
	readonly #changed = new Emitter<string>();
	readonly #released = new Emitter<string>();

	/** @param open lists the documents that are open in the editor. */
	constructor(
		private readonly files: Files,
		private readonly open: () => readonly CsvDocument[],
	) {}

	/** Fires with the URI of a file that changed while it was not open. */
	get onDidChange(): Event<string> {
		return this.#changed.event;
	}

	/** Fires with the URI of a document that was read from the disk and is not used any more. */
	get onDidRelease(): Event<string> {
		return this.#released.event;
	}

	/** The file of the folder that a document's foreign key names. */
	referencedBy(document: CsvDocument): Promise<SiblingFile> {
		return this.#find(document, referencedTable(tableOf(document)));
	}

	/** The file of the folder that is on the same subject as a document. */
	siblingOf(document: CsvDocument): Promise<SiblingFile> {
		return this.#find(document, siblingTable(tableOf(document)));
	}

	/** Why a document's rows are not compared, where the file that its foreign key names is there. */
	problemOfReferenced(document: CsvDocument): Promise<SiblingProblem | undefined> {
		return this.#problemOf(document, referencedTable(tableOf(document)));
	}

	/** Why the file on the same subject as a document cannot be read, where it is there. */
	problemOfSibling(document: CsvDocument): Promise<SiblingProblem | undefined> {
		return this.#problemOf(document, siblingTable(tableOf(document)));
	}

	/** The open documents that refer to a file. */
	referringTo(uri: string): readonly CsvDocument[] {
		const folder = folderOf(uri);
		if (folder === undefined) return [];
		// A file of another name is checked by its language and may be the one that is referred to.
		const named = tableByFileName(fileNameOf(uri) ?? '');
		return this.open().filter((document) => {
			const referenced = referencedTable(tableOf(document));
			const refersToIt = referenced !== undefined && (named ?? referenced) === referenced;
			return document.uri !== uri && folderOf(document.uri) === folder && refersToIt;
		});
	}

	/** To be called when a file changed on the disk. */
	fileChanged(uri: string): void {
		this.release(uri);
		this.#changed.fire(uri);
	}

	/** Drops what was read of a file, so that it is read again when it is next needed. */
	release(uri: string): void {
		const path = pathOf(uri);
		const file = this.#onDisk.get(path);
		if (!file) return;
		file.unwatch?.();
		this.#onDisk.delete(path);
		this.#released.fire(file.uri);
	}

	/** Drops the files of folders in which no document is open any more. */
	dropClosedFolders(): void {
		const folders = new Set(this.open().map(({ uri }) => folderOf(uri)));
		for (const { uri } of [...this.#onDisk.values()]) if (!folders.has(folderOf(uri))) this.release(uri);
	}

	async #problemOf(document: CsvDocument, table: Table | undefined): Promise<SiblingProblem | undefined> {
		const file = await this.#find(document, table);
		return table && typeof file === 'string' ? { fileName: table.fileName, problem: file } : undefined;
	}

	async #find(document: CsvDocument, table: Table | undefined): Promise<SiblingFile> {
		if (!table) return undefined;
		const uri = uriInSameFolder(document.uri, table.fileName);
		if (uri === undefined) return undefined;
		const folder = folderOf(uri);
		const path = pathOf(uri);
		const open = this.open().filter(
			(other) => folderOf(other.uri) === folder && tableOf(other)?.fileName === table.fileName,
		);
		// Of two open files whose names differ in case, the one with Clever's name counts.
		return open.find((other) => pathOf(other.uri) === path) ?? open[0] ?? this.#fromDisk(uri, table);
	}

	#fromDisk(uri: string, table: Table): Promise<SiblingFile> {
		const path = pathOf(uri);
		const cached = this.#onDisk.get(path);
		if (cached) return cached.document;
		const read = async (): Promise<SiblingFile> => {
			const file = await this.files.read(uri);
			if (!file) return undefined;
			if ('problem' in file) return file.problem;
			return new CsvDocument(uri, table.languageId, 0, file.text);
		};
		const unwatch = this.files.watch?.(uri, () => this.fileChanged(uri));
		const file = { uri, document: read(), unwatch };
		this.#onDisk.set(path, file);
		return file.document;
	}
}
