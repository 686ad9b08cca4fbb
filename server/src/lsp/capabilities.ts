import {
	type ClientCapabilities,
	CodeActionKind,
	type ServerCapabilities,
	TextDocumentSyncKind,
} from 'vscode-languageserver';
import { decisionKind, fixAllKind, tokenLegend } from '../features';

/** Whether a client asks for the edits of a code action when it is picked, rather than with the list. */
export function resolvesCodeActions({ textDocument }: ClientCapabilities): boolean {
	const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
	return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

/**
 * What the server offers to one client.
 *
 * @param hasCommands whether the client has our commands, without which there is nothing to decide in a menu.
 */
export function capabilitiesFor(client: ClientCapabilities, hasCommands: boolean): ServerCapabilities {
	const { textDocument } = client;
	return {
		workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
		hoverProvider: true,
		completionProvider: { triggerCharacters: [',', '"'] },
		codeActionProvider: {
			codeActionKinds: [CodeActionKind.QuickFix, ...(hasCommands ? [decisionKind] : []), fixAllKind],
			resolveProvider: resolvesCodeActions(client),
		},
		documentSymbolProvider: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
		selectionRangeProvider: true,
		codeLensProvider: { resolveProvider: false },
		definitionProvider: true,
		referencesProvider: true,
		documentHighlightProvider: true,
		renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
		workspaceSymbolProvider: true,
		inlayHintProvider: true,
		...(textDocument?.semanticTokens?.requests?.range && {
			semanticTokensProvider: { legend: tokenLegend, range: true, full: false },
		}),
		...(textDocument?.diagnostic && {
			diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
		}),
	};
}
