import {
	type ClientCapabilities,
	CodeActionKind,
	type ServerCapabilities,
	TextDocumentSyncKind,
} from 'vscode-languageserver';
import { fixAllKind } from './protocol';

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
		...(textDocument?.diagnostic && {
			diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
		}),
	};
}
