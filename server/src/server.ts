import {
	type CancellationToken,
	type ClientCapabilities,
	type Connection,
	DidChangeConfigurationNotification,
	DidChangeWatchedFilesNotification,
	type InitializeParams,
	type InitializeResult,
	ResponseError,
	TextDocuments,
} from 'vscode-languageserver';
import type { Checker } from './check/live/checker';
import { CsvDocument } from './csv/document';
import { capabilitiesFor } from './lsp/capabilities';
import { Checkers, complete } from './lsp/checkers';
import { DiagnosticDelivery } from './lsp/diagnosticDelivery';
import { DisplayRefresh } from './lsp/displayRefresh';
import { fileAccess } from './lsp/fileAccess';
import { registerFeatures } from './lsp/handlers';
import { registerBulk } from './lsp/handlers/bulk';
import { CodeActionHandler } from './lsp/handlers/codeActions';
import { registerImport } from './lsp/handlers/import';
import { registerReport } from './lsp/handlers/report';
import { registerTemplate } from './lsp/handlers/template';
import { MemoryRelease } from './lsp/memoryRelease';
import { type Files, SiblingFiles } from './lsp/siblingFiles';
import {
	clientCommands,
	fileKinds,
	type InitializationOptions,
	recheckRequest,
	settingsSection,
} from './protocol';

/** What a host knows that the server cannot find out by itself. */
export interface Host {
	/** Where the rules' pages lie, where the client does not say: a folder's URI without a slash at the end. */
	readonly rulesUri?: string;
	/** Has memory that nothing uses given back; undefined where there is no way to ask for it. */
	readonly collect?: () => void;
	/** The files of the machine that the server runs on. */
	readonly files?: Files;
}

/** Serves one client over a connection, which the host has made and which this starts to listen on. */
export function startServer(connection: Connection, host: Host = {}): void {
	const documents = new TextDocuments<CsvDocument>({
		create: (uri, languageId, version, text) => new CsvDocument(uri, languageId, version, text),
		update: (document, changes, version) => {
			document.update(changes, version);
			return document;
		},
	});
	let client: ClientCapabilities = {};
	let said: InitializationOptions = {};
	let pushed: unknown;
	/** The client's folders: it tells of no change of a file elsewhere, whatever it is asked to watch. */
	let folders: readonly string[] = [];
	const ruleUri = (ruleId: string): string | undefined => {
		const base = said.rulesUri ?? host.rulesUri;
		return base && `${base}/${ruleId.replace('/', '-')}.md`;
	};
	let delivery: DiagnosticDelivery | undefined;
	const display = new DisplayRefresh(connection, () => client);
	let actions = new CodeActionHandler(client, { commands: undefined, ruleUri });
	const session: Checkers = new Checkers({
		settingsFor: async (uri) =>
			client.workspace?.configuration
				? await connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection })
				: (pushed ?? said.settings),
		studentsFor: (document) => datasets.rosterOf(document),
		onFailure: (ruleId) => connection.console.error(`The rule ${ruleId} failed and is switched off.`),
	});
	const datasets = new SiblingFiles({
		files: fileAccess(host.files, connection, () => ({
			files: said.files === true,
			watched: watchesFiles() ? folders : [],
		})),
		open: () => documents.all(),
		checkerOf: (document) => session.checker(document),
		changed: changedOnDisk,
		gone: (uri) => session.close(uri),
	});

	function watchesFiles(): boolean {
		return client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
	}

	function changedOnDisk(uri: string): void {
		datasets.forget(uri);
		otherChanged(uri);
	}

	/** What refers to a file shows other things of it. */
	function otherChanged(uri: string): void {
		delivery?.related(uri);
		if (datasets.referringTo(uri).length > 0) display.soon();
	}

	/** Answers from a document's checker; neutrally where there is none, the client gave up, or something failed. */
	async function answer<T>(
		uri: string,
		token: CancellationToken | undefined,
		neutral: T,
		ask: (checker: Checker) => T | Promise<T>,
	): Promise<T> {
		try {
			if (token?.isCancellationRequested) return neutral;
			const checker = await session.checker(documents.get(uri));
			if (!checker || token?.isCancellationRequested) return neutral;
			checker.sync();
			return await ask(checker);
		} catch (error) {
			// What a request answers with, for the client to see.
			if (error instanceof ResponseError) throw error;
			connection.console.error(`A request failed: ${error instanceof Error ? error.name : 'unknown error'}`);
			return neutral;
		}
	}

	connection.onInitialize((params: InitializeParams): InitializeResult => {
		client = params.capabilities;
		folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
		said = (params.initializationOptions as InitializationOptions | undefined) ?? {};
		actions = new CodeActionHandler(client, {
			commands: said.commands === true ? clientCommands : undefined,
			ruleUri,
		});
		delivery = new DiagnosticDelivery(connection, documents, session, client, {
			ruleUri,
			status: said.status === true,
			tidy: new MemoryRelease(host.collect),
			datasets,
		});
		return {
			serverInfo: { name: 'Clever Demographics' },
			capabilities: capabilitiesFor(client, actions.resolves),
		};
	});
	connection.onInitialized(() => {
		const { client: toClient } = connection;
		if (client.workspace?.didChangeConfiguration?.dynamicRegistration) {
			const options = { section: settingsSection };
			void toClient.register(DidChangeConfigurationNotification.type, options).catch(() => {});
		}
		if (watchesFiles()) {
			const options = { watchers: fileKinds.map(({ fileName }) => ({ globPattern: `**/${fileName}` })) };
			void toClient.register(DidChangeWatchedFilesNotification.type, options).catch(() => {});
		}
	});
	connection.onDidChangeConfiguration(({ settings }) => {
		pushed = (settings as Record<string, unknown> | null | undefined)?.[settingsSection] ?? pushed;
		session.reset();
		delivery?.refresh();
		display.soon();
	});
	connection.onDidChangeWatchedFiles(({ changes }) => {
		for (const { uri } of changes) changedOnDisk(uri);
	});

	documents.onDidOpen(({ document }) => datasets.forget(document.uri));
	documents.onDidChangeContent(({ document }) => {
		void delivery?.changed(document);
		if (datasets.referringTo(document.uri).length > 0) display.soon();
	});
	documents.onDidClose(({ document }) => {
		delivery?.closed(document);
		datasets.dropClosedFolders();
		otherChanged(document.uri);
	});
	connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
		delivery
			? delivery.pull(textDocument.uri, previousResultId, token)
			: Promise.resolve({ kind: 'full' as const, items: [] }),
	);

	registerFeatures(connection, {
		client: () => client,
		commands: () => (said.commands === true ? clientCommands : undefined),
		actions: () => actions,
		answer,
		other: (document) => datasets.otherOf(document),
		problemOfOther: (document) => datasets.problemOfOther(document),
		open: () => documents.all(),
		answerChecked: (uri, token, neutral, ask) =>
			answer(uri, token, neutral, async (checker) =>
				(await complete(checker, () => token.isCancellationRequested)) ? ask(checker) : neutral,
			),
	});
	registerTemplate(connection);
	connection.onRequest(recheckRequest, ({ uri }: { readonly uri: string }) => {
		session.reset(uri);
		delivery?.refresh();
		return null;
	});
	registerReport(connection, { documents, session, datasets });
	registerImport(connection, session);

	registerBulk({ connection, documents, session });
	documents.listen(connection);
	connection.listen();
}
