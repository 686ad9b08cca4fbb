import { type Connection, ErrorCodes, type InitializeParams, ResponseError } from 'vscode-languageserver';
import { capabilitiesFor } from './lsp/capabilities';
import { Checkers } from './lsp/checkers';
import { ClientSettings } from './lsp/clientSettings';
import { DiagnosticDelivery } from './lsp/diagnosticDelivery';
import { DisplayRefresh } from './lsp/displayRefresh';
import { type FileAccess, fileAccess } from './lsp/fileAccess';
import { registerHandlers } from './lsp/handlers';
import type { HandlerContext } from './lsp/handlers/context';
import { MemoryRelease } from './lsp/memoryRelease';
import { openDocuments } from './lsp/openDocuments';
import { registerForChanges } from './lsp/registrations';
import { SiblingFiles } from './lsp/siblingFiles';
import { anyCaseKey } from './lsp/uris';
import { WorkspaceFolders } from './lsp/workspaceFolders';
import { clientCommands, type InitializationOptions, recheckRequest } from './protocol';

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
			capabilities: capabilitiesFor(params.capabilities),
		};
	});
	connection.listen();
}

/** Makes the parts, each from those before it, and connects them with the messages of the client. */
function serve(connection: Connection, host: Host, params: InitializeParams): void {
	const client = params.capabilities;
	const options = (params.initializationOptions as InitializationOptions | undefined) ?? {};
	const documents = openDocuments();
	const folders = new WorkspaceFolders(params);
	const files = fileAccess(host.files, connection, {
		reads: options.files === true,
		watched: () => folders.watched,
		found: () => [],
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
		commands: options.commands === true ? clientCommands : undefined,
		wantsStatus: options.status === true,
		ruleUri: (ruleId) => rulesUri && `${rulesUri}/${ruleId.replace('/', '-')}.md`,
	};
	const delivery = new DiagnosticDelivery(context, new MemoryRelease(host.collect));
	const display = new DisplayRefresh(connection, client);

	/** Shows again what refers to a file. */
	const siblingChanged = (uri: string): void => {
		delivery.siblingChanged(uri);
		if (siblings.referringTo(uri).length > 0) display.schedule();
	};
	siblings.onDidChange(siblingChanged);
	documents.onDidOpen(({ document }) => siblings.disk.release(document.uri));
	documents.onDidChangeContent(({ document }) => {
		void delivery.changed(document);
		if (siblings.referringTo(document.uri).length > 0) display.schedule();
	});
	documents.onDidClose(({ document }) => {
		delivery.closed(document);
		siblings.disk.releaseFolders((folder) => siblings.openFolders.has(folder));
		siblingChanged(document.uri);
	});
	connection.onInitialized(() => registerForChanges(connection, client));
	connection.onDidChangeConfiguration((change) => {
		settings.push(change.settings);
		checkers.reset();
		delivery.refresh();
		display.schedule();
	});
	connection.onDidChangeWatchedFiles(({ changes }) => {
		// Two of the watched globs match a file with Clever's name.
		const changed = new Map(changes.map(({ uri }) => [anyCaseKey(uri), uri]));
		for (const uri of changed.values()) siblings.disk.fileChanged(uri);
	});
	folders.listen(connection, () => siblings.disk.watchAgain());
	connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
		delivery.answerPull(textDocument.uri, previousResultId, token),
	);
	connection.onRequest(recheckRequest, ({ uri }: { readonly uri: string }) => {
		checkers.reset(uri);
		delivery.refresh();
		return null;
	});
	registerHandlers(context);
	documents.listen(connection);
}
