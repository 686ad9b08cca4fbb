import type { ClientCapabilities, TextEdit, WorkspaceEdit } from 'vscode-languageserver';

/** The edits of one file. */
export interface FileTextEdits {
	readonly uri: string;
	/** Null for a file that is not open. */
	readonly version: number | null;
	readonly edits: readonly TextEdit[];
}

/** The edits of several files in the form that the client accepts: with the version of each where it can be. */
export function workspaceEdit(client: ClientCapabilities, files: readonly FileTextEdits[]): WorkspaceEdit {
	return client.workspace?.workspaceEdit?.documentChanges
		? {
				documentChanges: files.map(({ uri, version, edits }) => ({
					textDocument: { uri, version },
					edits: [...edits],
				})),
			}
		: { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, [...edits]])) };
}
