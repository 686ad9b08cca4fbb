import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { ClientFeatures } from './clientFeatures';

/** The edits of one file. */
export interface FileTextEdits {
	readonly uri: string;
	/** Null for a file that is not open. */
	readonly version: number | null;
	readonly edits: readonly TextEdit[];
}

/** The edits of several files in the form that the client accepts: with the version of each where it can be. */
export function workspaceEdit(client: ClientFeatures, files: readonly FileTextEdits[]): WorkspaceEdit {
	return client.versionsEdits
		? {
				documentChanges: files.map(({ uri, version, edits }) => ({
					textDocument: { uri, version },
					edits: [...edits],
				})),
			}
		: { changes: Object.fromEntries(files.map(({ uri, edits }) => [uri, [...edits]])) };
}
