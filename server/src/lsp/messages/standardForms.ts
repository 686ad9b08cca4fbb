import { anything, boolean, type Form, listOf, number, optional, record, string } from '../../messageForms';
import {
	atPosition,
	ofDocument,
	positionForm as position,
	progressTokenForm,
	rangeForm as range,
} from './forms';

/** An object with these members, each a text. */
const texts = (...names: readonly string[]): Form =>
	record(Object.fromEntries(names.map((name) => [name, string])));

/** The parameters of LSP's requests that the server answers, by their methods. */
export const standardRequests: Readonly<Record<string, Form>> = {
	initialize: record({
		capabilities: record(),
		rootUri: optional(string),
		workspaceFolders: optional(listOf(record({ uri: string }))),
	}),
	'textDocument/hover': record(atPosition),
	'textDocument/completion': record(atPosition),
	'textDocument/codeAction': record({
		...ofDocument,
		range,
		context: record({ diagnostics: listOf(record()), only: optional(listOf(string)) }),
	}),
	'codeAction/resolve': texts('title'),
	'textDocument/codeLens': record(ofDocument),
	'textDocument/inlayHint': record({ ...ofDocument, range }),
	'textDocument/semanticTokens/full': record(ofDocument),
	'textDocument/semanticTokens/range': record({ ...ofDocument, range }),
	'textDocument/definition': record(atPosition),
	'textDocument/references': record({ ...atPosition, context: record({ includeDeclaration: boolean }) }),
	'textDocument/documentHighlight': record(atPosition),
	'textDocument/documentSymbol': record(ofDocument),
	'textDocument/selectionRange': record({ ...ofDocument, positions: listOf(position) }),
	'textDocument/prepareRename': record(atPosition),
	'textDocument/rename': record({ ...atPosition, newName: string }),
	'textDocument/diagnostic': record({ ...ofDocument, previousResultId: optional(string) }),
	'workspace/diagnostic': record({ previousResultIds: listOf(record({ uri: string, value: string })) }),
	'workspace/symbol': texts('query'),
	'workspace/executeCommand': record({ command: string, arguments: optional(listOf(anything)) }),
};

const uris = listOf(record({ uri: string }));

/**
 * The parameters of LSP's notifications that the server keeps something of: what is kept in a wrong form would fail
 * again and again, and where nobody waits for it. Places in a text may be anything.
 */
export const standardNotifications: Readonly<Record<string, Form>> = {
	'textDocument/didOpen': record({ textDocument: record({ uri: string, text: string }) }),
	'textDocument/didChange': record({
		textDocument: record({ uri: string, version: number }),
		contentChanges: listOf(record({ text: string })),
	}),
	'textDocument/didClose': record(ofDocument),
	'textDocument/didSave': record(ofDocument),
	'textDocument/willSave': record(ofDocument),
	'workspace/didChangeConfiguration': record({ settings: anything }),
	'workspace/didChangeWatchedFiles': record({ changes: uris }),
	'workspace/didChangeWorkspaceFolders': record({ event: record({ added: uris, removed: uris }) }),
	'$/setTrace': record({ value: anything }),
	'$/progress': record({ token: progressTokenForm }),
};
