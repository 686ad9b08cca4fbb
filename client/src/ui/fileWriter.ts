import { commands, type TextDocument, type Uri, window, workspace } from 'vscode';
import {
	type FileToWrite,
	type StagedFile,
	type StageFile,
	writeAll,
} from '../../../server/src/writing/stagedFile';
import { faultReason, WriteFault } from '../../../server/src/writing/writeFault';
import { isSaved, openDocument, openText } from '../files/documents';
import { baseName } from '../files/fileKinds';
import { tablesOf } from '../grid/openTables';
import { showAsUtf8 } from './showAsUtf8';

/** A text and where it shall be saved, as UTF-8. */
export interface NewFile {
	readonly uri: Uri;
	readonly text: string;
	/** Whether the person agreed to replace a file. If not, one that is there is kept. */
	readonly mayReplace: boolean;
}

/** Bytes and where they shall be saved, as they are. */
export interface NewBytes extends Pick<NewFile, 'uri' | 'mayReplace'> {
	readonly bytes: Uint8Array;
}

interface Writable extends FileToWrite, NewFile {}

/** How long VS Code may take to read a changed file again by itself, in milliseconds. */
const RELOAD_MS = 2000;

/**
 * Writes files. One on the disk of this machine is whole or as it was, whatever happens in between; through any other
 * file system this cannot be promised. What they throw is one text for people.
 */
export class FileWriter {
	/** @param stageOnDisk undefined in a host without a disk. */
	constructor(private readonly stageOnDisk: StageFile | undefined) {}

	/** Writes files without opening them: all, or none where one cannot be prepared. */
	async write(...files: readonly NewFile[]): Promise<void> {
		await this.#write(files, async () => {});
	}

	/** Writes files as `write` does, byte for byte. */
	async writeBytes(...files: readonly NewBytes[]): Promise<void> {
		const writable = files.map(
			(file): FileToWrite => ({
				name: baseName(file.uri.path),
				stage: () => this.#stage(file, file.bytes),
			}),
		);
		const { problem } = await writeAll(writable, async () => {});
		if (problem !== undefined) throw new Error(problem);
	}

	/** Writes files as `write` does, and shows them. Undo in the editor restores what it showed before, saved or not. */
	async writeAndShow(...files: readonly NewFile[]): Promise<void> {
		const replaced = new Set<TextDocument>();
		await this.#write(
			files,
			async ({ uri, text }) => {
				const document = openDocument(uri);
				if (document && replaced.has(document)) await reload(document, text);
				await showAsUtf8(uri);
			},
			async ({ uri, name }, { isReplacing }) => {
				if (!isReplacing && !openDocument(uri)) return;
				replaced.add(await openToUndo(uri, name));
			},
		);
	}

	async #write(
		files: readonly NewFile[],
		onWritten: (file: NewFile) => Promise<void>,
		onStaged: (file: Writable, staged: StagedFile) => Promise<void> = async () => {},
	): Promise<void> {
		const writable = files.map(
			(file): Writable => ({
				...file,
				name: baseName(file.uri.path),
				stage: () => this.#stage(file, new TextEncoder().encode(file.text)),
			}),
		);
		const { count, problem } = await writeAll(writable, onStaged);
		for (const file of files.slice(0, count)) {
			await onWritten(file).catch((error: unknown) => {
				if (problem === undefined) throw error;
			});
		}
		if (problem !== undefined) throw new Error(problem);
	}

	#stage({ uri, mayReplace }: Pick<NewFile, 'uri' | 'mayReplace'>, bytes: Uint8Array): Promise<StagedFile> {
		return this.stageOnDisk && uri.scheme === 'file'
			? this.stageOnDisk(uri.fsPath, bytes, mayReplace)
			: stageElsewhere(uri, bytes, mayReplace);
	}
}

/** Prepares nothing: a file system that is no disk has one call that writes, and none that replaces a file whole. */
async function stageElsewhere(uri: Uri, bytes: Uint8Array, mayReplace: boolean): Promise<StagedFile> {
	const isReplacing = await isSaved(uri);
	if (isReplacing && !mayReplace) throw new WriteFault(faultReason({ code: 'FileExists' }), 'old');
	return {
		isReplacing,
		commit: async () => {
			try {
				await workspace.fs.writeFile(uri, bytes);
			} catch (error) {
				throw new WriteFault(faultReason(error), 'unknown');
			}
		},
		discard: async () => {},
	};
}

/** Shows a file that will be replaced: only a document that an editor or a table shows keeps its undo stack. */
async function openToUndo(uri: Uri, name: string): Promise<TextDocument> {
	try {
		const document = await openText(uri);
		if (tablesOf(uri).length === 0) await window.showTextDocument(document, { preview: false });
		return document;
	} catch {
		throw new Error(
			`${name} was not replaced: it is not text or larger than 50 MB, so Undo could not restore it. Delete or move it first.`,
		);
	}
}

/**
 * Lets a document show the text that its file has now. VS Code reads it again as one edit, whose Undo is right also where
 * the line breaks differ. That of an edit of ours is not, and to save it would write the file a second time.
 */
async function reload(document: TextDocument, text: string): Promise<void> {
	// One with another encoding is read again when it is shown as UTF-8.
	const isOther = !document.encoding.startsWith('utf8');
	if (!document.isDirty && (isOther || (await becomes(document, text)))) return;
	// VS Code reads no file again whose editor holds changes, and does not see each change of a network disk.
	const { document: shown } = await window.showTextDocument(document, { preview: false });
	// The command takes no file: it reverts the active editor.
	if (window.activeTextEditor?.document === shown)
		await commands.executeCommand('workbench.action.files.revert');
}

/** Waits until a document has a text; false if it does not get it soon. */
function becomes(document: TextDocument, text: string): Promise<boolean> {
	const lines = (all: string): string => all.replace(/\r\n?/g, '\n');
	const expected = lines(text);
	const isSame = (): boolean => lines(document.getText()) === expected;
	if (isSame()) return Promise.resolve(true);
	return new Promise((resolve) => {
		const end = (isThere: boolean): void => {
			clearTimeout(timer);
			subscription.dispose();
			resolve(isThere);
		};
		const timer = setTimeout(() => end(false), RELOAD_MS);
		const subscription = workspace.onDidChangeTextDocument((event) => {
			if (event.document === document && isSame()) end(true);
		});
	});
}
