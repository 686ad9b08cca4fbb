import { type ExtensionContext, type LogOutputChannel, Uri } from 'vscode';
import { type LanguageClientOptions, RevealOutputChannelOn, vsdiag } from 'vscode-languageclient';
import { fileKinds, type InitializationOptions } from '../../../server/src/protocol';
import { anyCase } from '../files/fileKinds';

/** Where the pages of the rules lie in the extension. */
export function rulesUri({ extensionUri }: ExtensionContext): Uri {
	return Uri.joinPath(extensionUri, 'docs', 'rules');
}

/** What both hosts tell vscode-languageclient. */
export function clientOptions(
	context: ExtensionContext,
	outputChannel: LogOutputChannel,
	traceOutputChannel: LogOutputChannel,
): LanguageClientOptions {
	const initializationOptions: InitializationOptions = {
		status: true,
		commands: true,
		files: true,
		rulesUri: rulesUri(context).toString(),
	};
	return {
		// Any scheme, for virtual workspaces; the names besides the ids, for who gives the files another language.
		documentSelector: fileKinds.flatMap(({ fileName, languageId }) => [
			{ language: languageId },
			{ pattern: anyCase(fileName) },
		]),
		diagnosticCollectionName: 'clever-demographics',
		initializationOptions,
		outputChannel,
		traceOutputChannel,
		// A failed request is no reason to interrupt somebody. What stops the server still shows itself.
		revealOutputChannelOn: RevealOutputChannelOn.Never,
		middleware: {
			// The old side of a diff is not the file, and would double every problem of it.
			provideDiagnostics: (document, previousResultId, token, next) =>
				('uri' in document ? document.uri : document).scheme === 'git'
					? { kind: vsdiag.DocumentDiagnosticReportKind.full, items: [] }
					: next(document, previousResultId, token),
		},
	};
}
