import type { Connection } from 'vscode-languageserver';
import { Checkers } from './lsp/checkers';
import { type ClientFeatures, featuresOf } from './lsp/clientFeatures';
import { ClientSettings } from './lsp/clientSettings';
import { ClosedFiles } from './lsp/closedFiles';
import { Comparisons } from './lsp/compare/comparisons';
import { DiagnosticDelivery } from './lsp/diagnosticDelivery';
import { DisplayRefresh } from './lsp/displayRefresh';
import { EditorStates } from './lsp/editorStates';
import { type FileAccess, fileAccess } from './lsp/fileAccess';
import { followFiles } from './lsp/fileEvents';
import { FoundFiles } from './lsp/foundFiles';
import { registerHandlers } from './lsp/handlers';
import type { HandlerContext } from './lsp/handlers/context';
import { introduction } from './lsp/introduction';
import { MemoryRelease } from './lsp/memoryRelease';
import { answerRefused } from './lsp/messages/messageGate';
import { openDocuments } from './lsp/openDocuments';
import { listenToOwn } from './lsp/ownFiles';
import { SiblingFiles } from './lsp/siblingFiles';
import { ViewedDocuments } from './lsp/viewedDocuments';
import { WorkspaceDiagnostics } from './lsp/workspaceDiagnostics';
import { WorkspaceFolders } from './lsp/workspaceFolders';
import { type DocumentFacts, documentFactsNotification, recheckRequest } from './protocol';

/** What a host gives the server besides a connection. */
export interface Host {
	/** The folder of the rules' pages, for a client that names none: a URI without a slash at the end. */
	readonly rulesUri?: string | undefined;
	/** Releases unused memory; undefined if a host cannot. */
	readonly collect?: () => void;
	/** The disk of the machine that the server runs on. */
	readonly files?: FileAccess;
}

/** Serves one client over a connection that takes messages as `messageGate` does, and starts to listen on it. */
export function startServer(connection: Connection, host: Host = {}): void {
	answerRefused(connection);
	connection.onInitialize((params) => {
		const client = featuresOf(params);
		serve(connection, host, client, new WorkspaceFolders(params, client));
		return introduction(client);
	});
	connection.listen();
}

/** Makes the parts, each from those before it, and connects them with the messages of the client. */
function serve(connection: Connection, host: Host, client: ClientFeatures, folders: WorkspaceFolders): void {
	const { options } = client;
	const documents = openDocuments();
	const found = new FoundFiles();
	const files = fileAccess(host.files, connection, {
		reads: options.files === true,
		watched: () => folders.watched,
		found: () => found.uris,
	});
	const siblings = new SiblingFiles(files, () => documents.all());
	const settings = new ClientSettings(connection, client);
	const checkers = new Checkers(settings, siblings, (ruleId) =>
		connection.console.error(`Rule ${ruleId} failed and is turned off.`),
	);
	const comparisons = new Comparisons({ documents, siblings, checkers, files, log: connection.console });
	const rulesUri = options.rulesUri ?? host.rulesUri;
	const context: HandlerContext = {
		connection,
		client,
		documents,
		viewed: new ViewedDocuments(documents),
		siblings,
		checkers,
		comparisons,
		returned: checkers.returned,
		editorStates: new EditorStates(),
		wantsStatus: options.status === true,
		ruleUri: (ruleId) => rulesUri && `${rulesUri}/${ruleId.replace('/', '-')}.md`,
	};
	const delivery = new DiagnosticDelivery(context, new MemoryRelease(host.collect));
	const closedFiles = new ClosedFiles(context, files, found);
	new WorkspaceDiagnostics(context, closedFiles, delivery).listen();
	const display = new DisplayRefresh(connection, client);

	const openOwn = listenToOwn(documents, connection, () => folders.uris);
	followFiles({ context, delivery, closedFiles, display, folders, found, openOwn }, options.found);
	connection.onDidChangeConfiguration((change) => {
		settings.push(change.settings);
		checkers.reset();
		comparisons.settingsChanged();
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
}
