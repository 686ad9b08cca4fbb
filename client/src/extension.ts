import {
	type Disposable,
	type ExtensionContext,
	env,
	type TextDocument,
	version as vscodeVersion,
	workspace,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { StageFile } from '../../server/src/writing/stagedFile';
import { registerCommands } from './commands';
import type { CheckFileOnDisk } from './disk/diskCheck';
import { DiskResults } from './disk/diskResults';
import { kindOf, schemesNow } from './files/fileKinds';
import { FolderContext } from './files/folderContext';
import { FolderFinder } from './files/folderFinder';
import { registerTableEditor } from './grid/tableEditor';
import { ImportEditor } from './import/importEditor';
import { openOutput, openTrace } from './log/channels';
import { ProblemsView } from './problems/problemsView';
import { clientOptions, rulesUri } from './server/clientOptions';
import { LanguageServer } from './server/languageServer';
import { restartForFolders } from './server/restartForFolders';
import { CursorItem } from './status/cursorItem';
import { DocumentFactsSender } from './status/documentFacts';
import { FileStatuses } from './status/fileStatuses';
import { ReadinessItem } from './status/readinessItem';
import { WalkthroughState } from './status/walkthroughState';
import { registerFieldMoves } from './text/moveToField';
import { registerCellPaste } from './text/pasteCells';
import { FileHints } from './ui/fileHints';
import { FileWriter } from './ui/fileWriter';
import { showFailure } from './ui/showFailure';

/** Creates a language client for the host's kind of server: a process or a Web Worker. */
export type NewClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** What a host can do that has a disk. */
export interface DiskHost {
	readonly check: CheckFileOnDisk;
	readonly stageFile: StageFile;
}

let server: LanguageServer | undefined;

/**
 * Starts what both hosts share. The server itself starts with the first of our files, be it opened or found in the
 * workspace, or with the first command.
 */
export function startClient(context: ExtensionContext, newClient: NewClient, disk?: DiskHost): void {
	const output = openOutput();
	const logFailure = (error: unknown): void => output.error(error instanceof Error ? error : String(error));
	const finder = addTo(context, new FolderFinder(logFailure));
	const trace = addTo(context, openTrace());
	let followed: ReadonlySet<string> | undefined;
	const languageServer = new LanguageServer(() => {
		followed = new Set(schemesNow());
		const options = clientOptions(context, output, trace, finder);
		return newClient('cleverDemographics', 'Clever Demographics', options);
	});
	server = languageServer;
	const statuses = new FileStatuses(languageServer);
	const diskResults = new DiskResults(rulesUri(context), statuses);
	const { version } = context.extension.packageJSON as { readonly version: string };
	output.info(`Clever Demographics ${version} in ${env.appName} ${vscodeVersion}`);
	const writer = new FileWriter(disk?.stageFile);
	const imports = new ImportEditor(context, languageServer, writer);
	const problems = new ProblemsView(languageServer, finder, statuses, logFailure);
	context.subscriptions.push(
		output,
		languageServer,
		statuses,
		new CursorItem(languageServer, statuses),
		new DocumentFactsSender(languageServer),
		new WalkthroughState(statuses),
		diskResults,
		new ReadinessItem(languageServer, statuses, diskResults),
		problems,
		new FolderContext(finder),
		new FileHints(logFailure),
		registerTableEditor(context, languageServer),
		imports.register(),
		registerFieldMoves(),
		registerCellPaste(languageServer),
		registerCommands({
			context,
			server: languageServer,
			finder,
			statuses,
			problems,
			output,
			writer,
			imports,
			diskCheck: disk?.check,
			diskResults,
		}),
		languageServer.onState(() => output.info(`The server: ${languageServer.state}`)),
		workspace.onDidOpenTextDocument(startServerFor),
		workspace.onDidChangeWorkspaceFolders(({ added }) => {
			restartForFolders(languageServer, added, () => followed).catch(logFailure);
		}),
		finder.onChange(() => {
			languageServer.foundFiles(finder.files.map(String)).catch(logFailure);
			if (finder.files.length > 0) startServer();
		}),
	);
	for (const document of workspace.textDocuments) startServerFor(document);

	function startServerFor(document: TextDocument): void {
		if (kindOf(document)) startServer();
	}

	function startServer(): void {
		if (languageServer.isDown) return;
		languageServer
			.start()
			.catch((error) => showFailure(error, 'Clever Demographics cannot check your files: '));
	}
}

/** Stops the server; VS Code waits for it before it exits. */
export function deactivate(): Promise<void> | undefined {
	return server?.stop();
}

/** Disposes of a part when the extension is deactivated. */
function addTo<T extends Disposable>(context: ExtensionContext, part: T): T {
	context.subscriptions.push(part);
	return part;
}
