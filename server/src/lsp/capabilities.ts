import {
	type ClientCapabilities,
	CodeActionKind,
	type ServerCapabilities,
	TextDocumentSyncKind,
} from 'vscode-languageserver';
import { fixAllKind, tokenLegend } from '../features';

/** What the server offers to one client. */
export function capabilitiesFor(
	{ textDocument }: ClientCapabilities,
	resolvesActions: boolean,
): ServerCapabilities {
	return {
		textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
		hoverProvider: true,
		completionProvider: { triggerCharacters: [',', '"'] },
		codeActionProvider: {
			codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
			resolveProvider: resolvesActions,
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
			diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
		}),
	};
}
