import {
	type Disposable,
	type ExtensionContext,
	env,
	type TextDocument,
	version as vscodeVersion,
	workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { registerCommands } from './commands';
import type { DiskCheck } from './disk/diskCheck';
import { DiskResults } from './disk/diskResults';
import { kindOf } from './files/fileKinds';
import { openOutput, openTrace } from './log/channels';
import { clientOptions, rulesUri } from './server/clientOptions';
import { LanguageServer } from './server/languageServer';
import { PlaceItem } from './status/cursorItem';
import { Statuses } from './status/fileStatuses';
import { VerdictItem } from './status/readinessItem';
import { GuideState } from './status/walkthroughState';
import { showFailure } from './ui/showFailure';

/** What a host adds: a client that talks to its kind of server. */
export type NewClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

let server: LanguageServer | undefined;

/** What both hosts share. The server starts with the first file that concerns it, or the first command. */
export function startClient(context: ExtensionContext, newClient: NewClient, diskCheck?: DiskCheck): void {
	const output = openOutput();
	const options = clientOptions(context, output, addTo(context, openTrace()));
	const started = new LanguageServer(() => newClient('cleverDemographics', 'Clever Demographics', options));
	server = started;
	const statuses = new Statuses(started);
	const diskResults = new DiskResults(rulesUri(context));
	const { version } = context.extension.packageJSON as { readonly version: string };
	output.info(`Clever Demographics ${version} in ${env.appName} ${vscodeVersion}`);
	context.subscriptions.push(
		output,
		started,
		statuses,
		new PlaceItem(started, statuses),
		new GuideState(statuses),
		diskResults,
		new VerdictItem(started, statuses, diskResults),
		registerCommands({ context, server: started, statuses, output, diskCheck, diskResults }),
		started.onState(() => output.info(`The server: ${started.state}`)),
		workspace.onDidOpenTextDocument(startFor),
	);
	for (const document of workspace.textDocuments) startFor(document);

	function startFor(document: TextDocument): void {
		if (kindOf(document) && !started.isDown)
			started.start().catch((error) => showFailure(error, 'Clever Demographics cannot check your files: '));
	}
}

/** VS Code waits for this before it ends. */
export function deactivate(): Promise<void> | undefined {
	return server?.stop();
}

function addTo<T extends Disposable>(context: ExtensionContext, thing: T): T {
	context.subscriptions.push(thing);
	return thing;
}
