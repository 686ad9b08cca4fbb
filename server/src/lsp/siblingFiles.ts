import { LiveRoster } from '../check/dataset/liveRoster';
import { Checker } from '../check/live/checker';
import { CsvDocument } from '../csv/document';
import type { FileProblem, SiblingProblem } from '../features/status';
import { type Table, tables } from '../spec';
import { folderOf, pathOf, siblingOf, tableOf } from './uris';

/** What a file holds, or why that cannot be known. */
export type FileText = { readonly text: string } | { readonly problem: FileProblem };

/** How to get at files that are not open. */
export interface Files {
	/** Undefined where there is no such file. Never rejects. */
	read(uri: string): Promise<FileText | undefined>;
	/** Tells of changes of a file, for a client that does not; returns how to end that. */
	watch?(uri: string, changed: () => void): () => void;
}

interface DiskFile {
	readonly uri: string;
	/** Undefined where there is no such file; a problem where it cannot be read. */
	readonly document: Promise<CsvDocument | FileProblem | undefined>;
	readonly unwatch: (() => void) | undefined;
}

export interface DatasetsHost {
	readonly files: Files;
	readonly open: () => readonly CsvDocument[];
	readonly checkerOf: (document: CsvDocument) => Promise<Checker | undefined>;
	/** Told that a file which is not open has changed. */
	readonly changed: (uri: string) => void;
	/** Told that a document that was read from the disk is gone. */
	readonly gone: (uri: string) => void;
}

/** The files of one folder belong together: each from the editor where it is open, else from the disk. */
export class SiblingFiles {
	/** By path: who tells of a change may write the URI in another way. */
	readonly #onDisk = new Map<string | undefined, DiskFile>();
	readonly #rosters = new WeakMap<Checker, LiveRoster>();

	constructor(private readonly host: DatasetsHost) {}

	/** The file beside a document that its table's foreign key names; undefined where there is none. */
	async rosterOf(document: CsvDocument): Promise<LiveRoster | undefined> {
		const beside = await this.#beside(document, targetOf(document));
		if (!(beside instanceof Checker)) return undefined;
		const roster = this.#rosters.get(beside) ?? new LiveRoster(beside);
		this.#rosters.set(beside, roster);
		return roster;
	}

	/** The other file of a document's folder; undefined where there is none that can be read. */
	async otherOf(document: CsvDocument): Promise<Checker | undefined> {
		const beside = await this.#beside(document, otherThan(tableOf(document)));
		return beside instanceof Checker ? beside : undefined;
	}

	/** Why a document's rows are compared with nobody, where there is a file to compare them with. */
	problemOf(document: CsvDocument): Promise<SiblingProblem | undefined> {
		return this.#problemOf(document, targetOf(document));
	}

	/** Why `otherOf` has nothing of a file that is there. */
	problemOfOther(document: CsvDocument): Promise<SiblingProblem | undefined> {
		return this.#problemOf(document, otherThan(tableOf(document)));
	}

	/** The open documents that refer to this one. */
	referringTo(uri: string): readonly CsvDocument[] {
		const folder = folderOf(uri);
		return this.host
			.open()
			.filter(
				(document) =>
					document.uri !== uri &&
					folder !== undefined &&
					folderOf(document.uri) === folder &&
					tableOf(document)?.foreignKey !== undefined,
			);
	}

	/** Reads a file anew when it is next asked for. */
	forget(uri: string): void {
		const path = pathOf(uri);
		const known = this.#onDisk.get(path);
		if (!known) return;
		known.unwatch?.();
		this.#onDisk.delete(path);
		this.host.gone(known.uri);
	}

	/** Frees what is kept of folders of which no file is open any more. */
	dropClosedFolders(): void {
		const folders = new Set(this.host.open().map(({ uri }) => folderOf(uri)));
		for (const { uri } of [...this.#onDisk.values()]) if (!folders.has(folderOf(uri))) this.forget(uri);
	}

	async #problemOf(document: CsvDocument, table: Table | undefined): Promise<SiblingProblem | undefined> {
		const beside = await this.#beside(document, table);
		return table && typeof beside === 'string' ? { fileName: table.fileName, problem: beside } : undefined;
	}

	async #beside(document: CsvDocument, table: Table | undefined): Promise<Checker | FileProblem | undefined> {
		if (!table) return undefined;
		const uri = siblingOf(document.uri, table.fileName);
		if (uri === undefined) return undefined;
		const folder = folderOf(uri);
		const path = pathOf(uri);
		const open = this.host
			.open()
			.filter((other) => folderOf(other.uri) === folder && tableOf(other)?.fileName === table.fileName);
		// Where two are open that differ in case, the one with Clever's name counts.
		const found = open.find((other) => pathOf(other.uri) === path) ?? open[0];
		const known = found ?? (await this.#fromDisk(uri, table));
		return known instanceof CsvDocument ? this.host.checkerOf(known) : known;
	}

	#fromDisk(uri: string, table: Table): DiskFile['document'] {
		const path = pathOf(uri);
		const known = this.#onDisk.get(path);
		if (known) return known.document;
		const read = async (): DiskFile['document'] => {
			const file = await this.host.files.read(uri);
			if (!file) return undefined;
			if ('problem' in file) return file.problem;
			return new CsvDocument(uri, table.languageId, 0, file.text);
		};
		const unwatch = this.host.files.watch?.(uri, () => this.host.changed(uri));
		const file = { uri, document: read(), unwatch };
		this.#onDisk.set(path, file);
		return file.document;
	}
}

/** The table that a document's foreign key names. */
function targetOf(document: CsvDocument): Table | undefined {
	const name = tableOf(document)?.foreignKey?.fileName;
	return tables.find(({ fileName }) => fileName === name);
}

function otherThan(own: Table | undefined): Table | undefined {
	return own && tables.find((table) => table.fileName !== own.fileName);
}
