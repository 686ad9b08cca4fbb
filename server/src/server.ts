import { type Connection, ErrorCodes, type InitializeParams, ResponseError } from 'vscode-languageserver';
import { announcedCommands } from './lsp/announcedCommands';
import { capabilitiesFor } from './lsp/capabilities';
import { Checkers } from './lsp/checkers';
import { ClientSettings } from './lsp/clientSettings';
import { ClosedFiles } from './lsp/closedFiles';
import { DiagnosticDelivery } from './lsp/diagnosticDelivery';
import { DisplayRefresh } from './lsp/displayRefresh';
import { EditorStates } from './lsp/editorStates';
import { type FileAccess, fileAccess } from './lsp/fileAccess';
import { followFiles } from './lsp/fileEvents';
import { FoundFiles } from './lsp/foundFiles';
import { registerHandlers } from './lsp/handlers';
import type { HandlerContext } from './lsp/handlers/context';
import { MemoryRelease } from './lsp/memoryRelease';
import { openDocuments } from './lsp/openDocuments';
import { SiblingFiles } from './lsp/siblingFiles';
import { WorkspaceDiagnostics } from './lsp/workspaceDiagnostics';
import { WorkspaceFolders } from './lsp/workspaceFolders';
import {
	type DocumentFacts,
	documentFactsNotification,
	type InitializationOptions,
	recheckRequest,
} from './protocol';

/** What a host gives the server besides a connection. */
export interface Host {
	/** The folder of the rules' pages, for a client that names none: a URI without a slash at the end. */
	readonly rulesUri?: string | undefined;
	/** Releases unused memory; undefined if a host cannot. */
	readonly collect?: () => void;
	/** The disk of the machine that the server runs on. */
	readonly files?: FileAccess;
}

/** Serves one client over a connection, and starts to listen on it. */
export function startServer(connection: Connection, host: Host = {}): void {
	let isInitialized = false;
	connection.onInitialize((params) => {
		if (isInitialized) return new ResponseError(ErrorCodes.InvalidRequest, 'Already initialized.');
		isInitialized = true;
		serve(connection, host, params);
		return {
			serverInfo: { name: 'Clever Demographics' },
			capabilities: capabilitiesFor(params.capabilities, optionsOf(params).commands === true),
		};
	});
	connection.listen();
}

function optionsOf({ initializationOptions }: InitializeParams): InitializationOptions {
	return (initializationOptions as InitializationOptions | undefined) ?? {};
}

/** Makes the parts, each from those before it, and connects them with the messages of the client. */
function serve(connection: Connection, host: Host, params: InitializeParams): void {
	const client = params.capabilities;
	const options = optionsOf(params);
	const documents = openDocuments();
	const folders = new WorkspaceFolders(params);
	const found = new FoundFiles();
	const files = fileAccess(host.files, connection, {
		reads: options.files === true,
		watched: () => folders.watched,
		found: () => found.uris,
	});
	const siblings = new SiblingFiles(files, () => documents.all());
	const settings = new ClientSettings(connection, client, options);
	const checkers = new Checkers(settings, siblings, (ruleId) =>
		connection.console.error(`Rule ${ruleId} failed and is turned off.`),
	);
	const rulesUri = options.rulesUri ?? host.rulesUri;
	const context: HandlerContext = {
		connection,
		client,
		documents,
		siblings,
		checkers,
		commands: announcedCommands(options),
		editorStates: new EditorStates(),
		wantsStatus: options.status === true,
		ruleUri: (ruleId) => rulesUri && `${rulesUri}/${ruleId.replace('/', '-')}.md`,
	};
	const delivery = new DiagnosticDelivery(context, new MemoryRelease(host.collect));
	const closedFiles = new ClosedFiles(context, files, found);
	new WorkspaceDiagnostics(context, closedFiles, delivery).listen();
	const display = new DisplayRefresh(connection, client);

	followFiles({ context, delivery, closedFiles, display, folders, found }, options.found);
	connection.onDidChangeConfiguration((change) => {
		settings.push(change.settings);
		checkers.reset();
		delivery.refresh();
		closedFiles.allChanged();
		display.schedule();
	});
	connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
		delivery.answerPull(textDocument.uri, previousResultId, token),
	);
	connection.onNotification(documentFactsNotification, (facts: DocumentFacts) => {
		context.editorStates.set(facts);
		delivery.editorStateChanged(facts.uri);
		closedFiles.fileChanged(facts.uri);
		display.schedule();
	});
	connection.onRequest(recheckRequest, ({ uri }: { readonly uri: string }) => {
		checkers.reset(uri);
		delivery.refresh();
		closedFiles.fileChanged(uri);
		return null;
	});
	registerHandlers(context);
	documents.listen(connection);
}
