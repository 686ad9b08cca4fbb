import { type ExtensionContext, type LogOutputChannel, Uri, window } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn } from 'vscode-languageclient';
import type { InitializationOptions } from '../../../server/src/protocol';
import { documentSelector } from '../files/fileKinds';
import type { FolderFinder } from '../files/folderFinder';
import { keepTyped } from '../text/keepTyped';
import { keepingCursor } from '../ui/keepCursor';

/** The folder of the extension with a page for each rule. */
export function rulesUri({ extensionUri }: ExtensionContext): Uri {
	return Uri.joinPath(extensionUri, 'docs', 'rules');
}

/** The options of a language client in both hosts, for the folders that are open now. */
export function clientOptions(
	context: ExtensionContext,
	outputChannel: LogOutputChannel,
	traceOutputChannel: LogOutputChannel,
	finder: FolderFinder,
): LanguageClientOptions {
	const initializationOptions = (): InitializationOptions => ({
		status: true,
		commands: true,
		table: true,
		files: true,
		allOptions: true,
		filtersByName: true,
		found: finder.files.map(String),
		rulesUri: rulesUri(context).toString(),
	});
	return {
		documentSelector: documentSelector(),
		diagnosticCollectionName: 'clever-demographics',
		initializationOptions,
		outputChannel,
		traceOutputChannel,
		// A failed request must not interrupt the user. The status bar shows if the server stops.
		revealOutputChannelOn: RevealOutputChannelOn.Never,
		middleware: {
			provideCompletionItem: async (document, position, context, token, next) =>
				keepTyped(document, await next(document, position, context, token)),
			resolveCodeAction: async (action, token, next) => {
				const resolved = (await next(action, token)) ?? action;
				const document = window.activeTextEditor?.document;
				if (document && resolved.edit?.has(document.uri)) resolved.command ??= keepingCursor(document);
				return resolved;
			},
		},
	};
}
