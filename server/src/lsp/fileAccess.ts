import type { Connection } from 'vscode-languageserver';
import type { FileProblem } from '../features/status';
import { LARGEST_FILE, type ReadFileAnswer, type ReadFileParams, readFileRequest } from '../protocol';
import { isWithin } from './uris';

/** The text of a file, or why it cannot be read. */
export type FileText = { readonly text: string } | { readonly problem: FileProblem };

/** Reads and watches files that are not open. */
export interface Files {
	/** Undefined if there is no such file. Never rejects. */
	read(uri: string): Promise<FileText | undefined>;
	/** Calls `onChange` when a file changes; returns a function that stops the watch. */
	watch?(uri: string, onChange: () => void): () => void;
}

/**
 * Reads files with the host where they are on its disk, and all others through the client: those of a virtual file
 * system, or of a server in a browser.
 *
 * @param hostFiles undefined if the host has no disk.
 * @param clientReads whether the client answers `readFileRequest`.
 * @param clientWatches URIs of the folders in which the client reports changes by itself.
 */
export function fileAccess(
	hostFiles: Files | undefined,
	connection: Connection,
	clientReads: boolean,
	clientWatches: readonly string[],
): Files {
	return {
		async read(uri): Promise<FileText | undefined> {
			if (hostFiles && uri.startsWith('file:')) return hostFiles.read(uri);
			if (!clientReads) return undefined;
			const params: ReadFileParams = { uri, most: LARGEST_FILE };
			const answer = connection.sendRequest<ReadFileAnswer>(readFileRequest, params);
			return (await answer.catch(() => ({ problem: 'unreadable' as const }))) ?? undefined;
		},
		watch(uri, onChange) {
			const isHostWatched = uri.startsWith('file:') && !isWithin(uri, clientWatches);
			return (isHostWatched ? hostFiles?.watch?.(uri, onChange) : undefined) ?? (() => {});
		},
	};
}
