import type { Connection } from 'vscode-languageserver';
import { LARGEST_FILE, type ReadFileAnswer, type ReadFileParams, readFileRequest } from '../protocol';
import type { Files, FileText } from './siblingFiles';
import { isWithin } from './uris';

/**
 * Files of the host where it has them, the others through a client that can read them: of a virtual file system, or
 * for a server in a browser.
 */
export function fileAccess(
	own: Files | undefined,
	connection: Connection,
	client: () => { readonly files: boolean; readonly watched: readonly string[] },
): Files {
	return {
		async read(uri): Promise<FileText | undefined> {
			if (own && uri.startsWith('file:')) return own.read(uri);
			if (!client().files) return undefined;
			const params: ReadFileParams = { uri, most: LARGEST_FILE };
			const answer = connection.sendRequest<ReadFileAnswer>(readFileRequest, params);
			return (await answer.catch(() => ({ problem: 'unreadable' as const }))) ?? undefined;
		},
		watch: (uri, changed) =>
			(isWithin(uri, client().watched) || !uri.startsWith('file:')
				? undefined
				: own?.watch?.(uri, changed)) ?? (() => {}),
	};
}
