import { completions } from './completion';
import type { Check, Content } from './content';
import { published, pulled, pulledWorkspace } from './diagnostics';
import { actions, applied, prepared, renamed, resolvedAction } from './edits';
import { semanticTokens } from './semanticTokens';
import { announcedAt, foldings, hover, introduced, question, registered } from './session';
import { locations, outline, selections, workspaceSymbols } from './symbols';

export type { Content } from './content';

/** What is checked of the answers to the client's requests. */
const answers: Readonly<Record<string, Check>> = {
	initialize: introduced,
	'codeAction/resolve': resolvedAction,
	'textDocument/codeAction': actions,
	'textDocument/completion': completions,
	'textDocument/declaration': locations('declaration'),
	'textDocument/definition': locations('definition'),
	'textDocument/diagnostic': pulled,
	'textDocument/documentSymbol': outline,
	'textDocument/foldingRange': foldings,
	'textDocument/hover': hover,
	'textDocument/implementation': locations('implementation'),
	'textDocument/prepareRename': prepared,
	'textDocument/rename': renamed,
	'textDocument/selectionRange': selections,
	'textDocument/semanticTokens/full': semanticTokens,
	'textDocument/semanticTokens/range': semanticTokens,
	'textDocument/typeDefinition': locations('typeDefinition'),
	'workspace/diagnostic': pulledWorkspace,
	'workspace/symbol': workspaceSymbols,
};

/** What is checked of the server's own messages. */
const messages: Readonly<Record<string, Check>> = {
	'client/registerCapability': registered,
	'textDocument/publishDiagnostics': published,
	'window/showMessageRequest': question,
	'workspace/applyEdit': applied,
};

/** Requests of the server that a client must have announced. The others belong to every client. */
const announcedBy: Readonly<Record<string, string>> = {
	'window/showDocument': 'window.showDocument.support',
	'window/workDoneProgress/create': 'window.workDoneProgress',
	'workspace/applyEdit': 'workspace.applyEdit',
	'workspace/codeLens/refresh': 'workspace.codeLens.refreshSupport',
	'workspace/configuration': 'workspace.configuration',
	'workspace/foldingRange/refresh': 'workspace.foldingRange.refreshSupport',
	'workspace/inlayHint/refresh': 'workspace.inlayHint.refreshSupport',
	'workspace/inlineValue/refresh': 'workspace.inlineValue.refreshSupport',
	'workspace/semanticTokens/refresh': 'workspace.semanticTokens.refreshSupport',
	'workspace/workspaceFolders': 'workspace.workspaceFolders',
};

/** The standard's text has the first, and its TypeScript had the second up to 3.17: both are sent by real clients. */
const refreshSpellings = ['workspace.diagnostics.refreshSupport', 'workspace.diagnostic.refreshSupport'];

/** What an answer holds that its client did not announce. */
export function answerFaults(method: string, content: Content): Iterable<string> {
	return answers[method]?.(content as Content<never, never>) ?? [];
}

/** What a message of the server holds, or is, that its client did not announce. */
export function* messageFaults(method: string, content: Content): Iterable<string> {
	const path = announcedBy[method];
	if (path && !announcedAt(content.client, path)) yield `the client did not announce ${path}`;
	if (
		method === 'workspace/diagnostic/refresh' &&
		!refreshSpellings.some((one) => announcedAt(content.client, one))
	)
		yield `the client did not announce ${refreshSpellings[0]}`;
	yield* messages[method]?.(content as Content<never, never>) ?? [];
}
