import type { Connection } from 'vscode-languageserver';
import type { FileProblem } from '../features/status';
import { LARGEST_FILE, type ReadFileAnswer, type ReadFileParams, readFileRequest } from '../protocol';
import { anyCaseKey, fileNameOf, folderOf, isWithin } from './uris';

/**
 * The text of a file, with its byte order mark if it has one, and when it was last written where that is known, in
 * milliseconds since 1970; or why it cannot be read.
 */
export type FileText =
	| { readonly text: string; readonly modified?: number }
	| { readonly problem: FileProblem };

/** Reads and watches files that are not open. */
export interface FileAccess {
	/** The names in a file's folder that differ from its own in case at most. Never rejects. */
	spellings(uri: string): Promise<readonly string[]>;
	/** The names of the CSV files in a file's folder, as far as they are known. Never rejects. */
	csvNames(uri: string): Promise<readonly string[]>;
	/** Undefined if there is no such file. Never rejects. */
	read(uri: string): Promise<FileText | undefined>;
	/** When a file was last written, in milliseconds since 1970; undefined where nobody knows. Never rejects. */
	modified(uri: string): Promise<number | undefined>;
	/**
	 * Calls `onChange` when a file of this name changes, in any case of its letters, or when the file that it links to
	 * does.
	 *
	 * @param isFolderWatched true if others report the changes in the file's own folder, though not those of a link.
	 */
	watch(uri: string, onChange: () => void, isFolderWatched?: boolean): FileWatch;
}

/** A watch on a file. */
export interface FileWatch {
	/** Resolves when changes are seen, or cannot be. Not at all where the disk does not answer. */
	readonly started: Promise<void>;
	/** Ends the watch, started or not. */
	stop(): void;
}

/** The watch on a file whose changes nobody reports, or others do. */
const noWatch: FileWatch = { started: Promise.resolve(), stop: () => {} };

/** What a client does by itself for files that are not open. */
export interface ClientFiles {
	/** Whether it answers `readFileRequest`. */
	readonly reads: boolean;
	/** The URIs of the folders in which it reports changes at present. */
	readonly watched: () => readonly string[];
	/** The URIs of the files that it has found. */
	readonly found: () => readonly string[];
}

/**
 * Reads files with the host where they are on its disk, and all others through the client: those of a virtual file
 * system, or of a server in a browser.
 *
 * @param hostFiles undefined if the host has no disk.
 */
export function fileAccess(
	hostFiles: FileAccess | undefined,
	connection: Connection,
	client: ClientFiles,
): FileAccess {
	const hostFor = (uri: string): FileAccess | undefined => (uri.startsWith('file:') ? hostFiles : undefined);
	return {
		async spellings(uri) {
			const host = hostFor(uri);
			if (host) return host.spellings(uri);
			const key = anyCaseKey(uri);
			const found = client.found().filter((other) => anyCaseKey(other) === key);
			return (found.length > 0 ? found : [uri]).flatMap((other) => fileNameOf(other) ?? []);
		},
		async csvNames(uri) {
			const host = hostFor(uri);
			if (host) return host.csvNames(uri);
			const folder = folderOf(uri);
			return client.found().flatMap((other) => (folderOf(other) === folder ? (fileNameOf(other) ?? []) : []));
		},
		async read(uri): Promise<FileText | undefined> {
			const host = hostFor(uri);
			if (host) return host.read(uri);
			if (!client.reads) return undefined;
			const params: ReadFileParams = { uri, most: LARGEST_FILE };
			const answer = connection.sendRequest<ReadFileAnswer>(readFileRequest, params);
			return soundAnswer(await answer.catch(() => unreadable)) ?? undefined;
		},
		modified: async (uri) => hostFor(uri)?.modified(uri),
		watch: (uri, onChange) => hostFor(uri)?.watch(uri, onChange, isWithin(uri, client.watched())) ?? noWatch,
	};
}

const unreadable: ReadFileAnswer = { problem: 'unreadable' };

/** What a client answers, where it has the form of an answer and is not longer than it was asked for. */
function soundAnswer(answer: ReadFileAnswer): ReadFileAnswer {
	const { text, problem } = (answer ?? {}) as { readonly text?: unknown; readonly problem?: unknown };
	if (typeof text === 'string' && text.length > LARGEST_FILE) return { problem: 'too large' };
	const isSound = answer === null || typeof text === 'string' || typeof problem === 'string';
	return isSound ? answer : unreadable;
}
