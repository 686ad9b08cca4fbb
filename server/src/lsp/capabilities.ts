import {
	CodeActionKind,
	PositionEncodingKind,
	type ServerCapabilities,
	TextDocumentSyncKind,
} from 'vscode-languageserver';
import { decisionKind, fixAllKind, tokenLegend } from '../features';
import type { ClientFeatures } from './clientFeatures';

/** What the server offers to one client. A client without our commands has nothing to decide in a menu. */
export function capabilitiesFor(client: ClientFeatures): ServerCapabilities {
	const { codeActions, coloredPart, serverCommands } = client;
	return {
		// UTF-16 is what positions are counted in if neither side says so, and the only answer to a client that offers no
		// encodings. One that offers some must be able to count in UTF-16, too.
		...(client.offersEncodings && { positionEncoding: PositionEncodingKind.UTF16 }),
		workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
		textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
		hoverProvider: true,
		completionProvider: { triggerCharacters: [',', '"'] },
		// LSP has kinds of actions only for clients that show more of an action than its command.
		codeActionProvider: !codeActions.areLiterals || {
			codeActionKinds: [CodeActionKind.QuickFix, ...(client.commands ? [decisionKind] : []), fixAllKind],
			resolveProvider: codeActions.areResolved,
		},
		documentSymbolProvider: client.nestsSymbols,
		selectionRangeProvider: true,
		codeLensProvider: { resolveProvider: false },
		definitionProvider: true,
		referencesProvider: true,
		documentHighlightProvider: true,
		renameProvider: client.preparesRename ? { prepareProvider: true } : true,
		workspaceSymbolProvider: true,
		inlayHintProvider: true,
		...(coloredPart && {
			semanticTokensProvider: {
				legend: tokenLegend,
				range: coloredPart === 'range',
				full: coloredPart === 'file',
			},
		}),
		...(serverCommands.size > 0 && { executeCommandProvider: { commands: [...serverCommands] } }),
		...(client.diagnostics.arePulled && {
			diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true },
		}),
	};
}
