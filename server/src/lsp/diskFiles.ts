import { Emitter, type Event } from 'vscode-languageserver';
import { CsvDocument } from '../csv/document';
import type { FileProblem } from '../features/status';
import { nameAmong } from '../fileNames';
import type { Table } from '../spec';
import { inTime } from '../work/inTime';
import type { FileAccess, FileWatch } from './fileAccess';
import { anyCaseKey, fileNameOf, folderOf, uriInSameFolder } from './uris';

/** Milliseconds after which nothing waits for a file any more. It is used when it is read all the same. */
const PATIENCE_MS = 1500;
/** Milliseconds between two changes of one file, however often it is written. */
const CHANGE_MS = 500;

/** A file of a folder; a problem where it is there and cannot be read, undefined if it is not there. */
export type SiblingFile = CsvDocument | FileProblem | undefined;

/** What is needed to find and read a file of a folder. */
export type FolderFile = Pick<Table, 'fileName' | 'languageId'>;

interface DiskFile {
	/** With Clever's name, or the name that the disk has instead. */
	uri: string;
	readonly spellings: Promise<readonly string[]>;
	document?: Promise<SiblingFile>;
	watch: FileWatch;
	/** Whether the folder has not been listed in time. */
	isSilent: boolean;
}

/**
 * The files of folders that are not open, each read once and watched from then on. A file has one entry whatever the
 * case of its name: on some disks `Students.csv` is `students.csv`, and on the others the exact name comes first.
 */
export class DiskFiles {
	readonly #files = new Map<string, DiskFile>();
	/** The documents that were read, and whether their files start with a byte order mark. */
	readonly #marks = new WeakMap<CsvDocument, boolean>();
	/** When a file changed last, and the changes that are to come, by `anyCaseKey`. */
	readonly #lastChanges = new Map<string, number>();
	readonly #nextChanges = new Set<string>();
	readonly #changed = new Emitter<string>();
	readonly #released = new Emitter<string>();

	constructor(private readonly access: FileAccess) {}

	/** Fires with the URI of a file that changed while it was not open. */
	get onDidChange(): Event<string> {
		return this.#changed.event;
	}

	/** Fires with the URI of a document that was read from the disk and is not used any more. */
	get onDidRelease(): Event<string> {
		return this.#released.event;
	}

	/** The names that a table's file has in the folder of a file, in any case. */
	spellings(uri: string, table: Table): Promise<readonly string[]> {
		return this.#fileOf(uri, table)?.spellings ?? Promise.resolve([]);
	}

	/** The names of the CSV files in the folder of a file, as they are now. */
	csvNames(uri: string): Promise<readonly string[]> {
		return inTime(this.access.csvNames(uri), PATIENCE_MS, () => []);
	}

	/** Whether a document was read from the disk and is not the editor's. */
	isFromDisk(document: CsvDocument): boolean {
		return this.#marks.has(document);
	}

	/** Whether a document was read from a file that starts with a byte order mark. */
	hasByteOrderMark(document: CsvDocument): boolean {
		return this.#marks.get(document) === true;
	}

	/** A table's file in the folder of a file, from the disk. */
	async read(uri: string, table: FolderFile): Promise<SiblingFile> {
		const file = this.#fileOf(uri, table);
		if (!file) return undefined;
		file.document ??= this.#readInTime(file, table);
		return file.document;
	}

	/** To be called when a file changed on the disk. */
	fileChanged(uri: string): void {
		const key = anyCaseKey(uri) ?? uri;
		const rest = (this.#lastChanges.get(key) ?? -CHANGE_MS) + CHANGE_MS - performance.now();
		if (rest <= 0) this.#change(key, uri);
		else if (!this.#nextChanges.has(key)) {
			this.#nextChanges.add(key);
			setTimeout(() => this.#change(key, uri), rest);
		}
	}

	#change(key: string, uri: string): void {
		this.#nextChanges.delete(key);
		this.#lastChanges.set(key, performance.now());
		this.release(uri);
		this.#changed.fire(uri);
	}

	/** Drops what was read of a file, so that it is read again when it is next needed. */
	release(uri: string): void {
		const key = anyCaseKey(uri);
		const file = key === undefined ? undefined : this.#files.get(key);
		if (!file || key === undefined) return;
		file.watch.stop();
		this.#files.delete(key);
		this.#released.fire(file.uri);
	}

	/** Drops the files of folders that are not wanted any more. */
	releaseFolders(isWanted: (folder: string) => boolean): void {
		for (const { uri } of [...this.#files.values()]) if (!isWanted(folderOf(uri) ?? '')) this.release(uri);
	}

	/** To be called when the client has begun or ceased to report the changes of some folders. */
	watchAgain(): void {
		for (const file of this.#files.values()) {
			this.#watch(file);
			// A change between the two watches was not reported.
			const { watch } = file;
			void watch.started.then(() => {
				if (this.#isCurrent(file) && file.watch === watch) this.fileChanged(file.uri);
			});
		}
	}

	#fileOf(anyUri: string, table: FolderFile): DiskFile | undefined {
		const uri = uriInSameFolder(anyUri, table.fileName);
		const key = uri === undefined ? undefined : anyCaseKey(uri);
		if (uri === undefined || key === undefined) return undefined;
		const known = this.#files.get(key);
		if (known) return known;
		// The watch begins before the folder is listed, so that no change is missed.
		const watch = this.access.watch(uri, () => this.fileChanged(uri));
		const spellings = watch.started.then(() => this.access.spellings(uri));
		const inItsTime = inTime(spellings, PATIENCE_MS, () => {
			file.isSilent = true;
			return [table.fileName];
		});
		const file: DiskFile = { uri, spellings: inItsTime, watch, isSilent: false };
		this.#files.set(key, file);
		return file;
	}

	/** Reads a file, which counts as one that cannot be read until it is there, if that takes long. */
	#readInTime(file: DiskFile, table: FolderFile): Promise<SiblingFile> {
		const read = this.#read(file, table);
		// The wait for the folder was the wait for the file too.
		return inTime(read, file.isSilent ? 0 : PATIENCE_MS, () => {
			void read.then((late) => {
				if (!this.#isCurrent(file)) return;
				file.document = read;
				if (late !== 'unreadable') this.#changed.fire(file.uri);
			});
			return 'unreadable' as const;
		});
	}

	async #read(file: DiskFile, { fileName, languageId }: FolderFile): Promise<SiblingFile> {
		const name = nameAmong(await file.spellings, fileName);
		if (name === undefined) return undefined;
		const uri = uriInSameFolder(file.uri, name) ?? file.uri;
		if (name !== fileNameOf(file.uri) && this.#isCurrent(file)) {
			file.uri = uri;
			// Only under its real name is it seen to be a link.
			this.#watch(file);
		}
		await file.watch.started;
		const read = await this.access.read(uri);
		if (!read) return undefined;
		if ('problem' in read) return read.problem;
		// An editor shows no byte order mark, and counts none.
		const byteOrderMark = read.text.startsWith('\ufeff');
		const document = new CsvDocument(uri, languageId, 0, byteOrderMark ? read.text.slice(1) : read.text);
		this.#marks.set(document, byteOrderMark);
		return document;
	}

	#watch(file: DiskFile): void {
		file.watch.stop();
		file.watch = this.access.watch(file.uri, () => this.fileChanged(file.uri));
	}

	#isCurrent(file: DiskFile): boolean {
		return this.#files.get(anyCaseKey(file.uri) ?? '') === file;
	}
}
