import type { Event } from 'vscode-languageserver';
import type { CsvDocument } from '../csv/document';
import type { SiblingProblem } from '../features/status';
import { nameAmong } from '../fileNames';
import { referencedTable, siblingTable, type Table, tableByFileName } from '../spec';
import { DiskFiles, type SiblingFile } from './diskFiles';
import type { FileAccess } from './fileAccess';
import { anyCaseKey, fileNameOf, folderOf, pathOf, tableOf, uriInSameFolder } from './uris';

/** Finds the other files of a document's folder: in the editor where they are open, else on the disk. */
export class SiblingFiles {
	/** The files that are not open. */
	readonly disk: DiskFiles;

	/** @param open lists the documents that are open in the editor. */
	constructor(
		files: FileAccess,
		private readonly open: () => readonly CsvDocument[],
	) {
		this.disk = new DiskFiles(files);
	}

	/** Fires with the URI of a file that changed while it was not open. */
	get onDidChange(): Event<string> {
		return this.disk.onDidChange;
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

	/** The other open documents of ours in the folder of a file. */
	openBeside(uri: string): readonly CsvDocument[] {
		const folder = folderOf(uri);
		return this.open().filter(
			(document) =>
				folder !== undefined &&
				document.uri !== uri &&
				folderOf(document.uri) === folder &&
				tableOf(document) !== undefined,
		);
	}

	/** A table's file in the folder of a file. */
	async fileOf(uri: string, table: Table): Promise<SiblingFile> {
		const exact = uriInSameFolder(uri, table.fileName);
		if (exact === undefined) return undefined;
		const path = pathOf(exact);
		const openHere = (): readonly CsvDocument[] =>
			this.open().filter(
				(other) => folderOf(other.uri) === folderOf(exact) && tableOf(other)?.fileName === table.fileName,
			);
		const open = openHere().find((other) => pathOf(other.uri) === path);
		if (open) return open;
		const names = await this.disk.spellings(exact, table);
		// On a disk that tells case apart, the file with Clever's name counts, open or not.
		const isOtherFile = ({ uri: other }: CsvDocument): boolean =>
			anyCaseKey(other) === anyCaseKey(exact) &&
			names.includes(table.fileName) &&
			names.includes(fileNameOf(other) ?? '');
		return openHere().find((other) => !isOtherFile(other)) ?? this.disk.read(exact, table);
	}

	/** A table's file in the folder of a file, from the disk; undefined if it is open in the editor or missing. */
	async closedFileOf(uri: string, table: Table): Promise<SiblingFile> {
		const key = anyCaseKey(uriInSameFolder(uri, table.fileName) ?? uri);
		const names = await this.disk.spellings(uri, table);
		const name = nameAmong(names, table.fileName);
		// An open file whose name the disk does not have in this case is the same file, on a disk that ignores case.
		const isOpen = this.open().some(({ uri: other }) => {
			const openName = fileNameOf(other) ?? '';
			return anyCaseKey(other) === key && (openName === name || !names.includes(openName));
		});
		return isOpen ? undefined : this.disk.read(uri, table);
	}

	/** The folders with an open document of ours, in the form of `folderOf`. */
	get openFolders(): ReadonlySet<string> {
		const ours = this.open().filter((document) => tableOf(document) !== undefined);
		return new Set(ours.flatMap(({ uri }) => folderOf(uri) ?? []));
	}

	async #problemOf(document: CsvDocument, table: Table | undefined): Promise<SiblingProblem | undefined> {
		const file = await this.#find(document, table);
		return table && typeof file === 'string' ? { fileName: table.fileName, problem: file } : undefined;
	}

	async #find(document: CsvDocument, table: Table | undefined): Promise<SiblingFile> {
		return table && this.fileOf(document.uri, table);
	}
}
