import {
	type CancellationToken,
	type ClientCapabilities,
	type CodeAction,
	CodeActionKind,
	type Connection,
	DidChangeConfigurationNotification,
	type InitializeParams,
	type InitializeResult,
	TextDocumentSyncKind,
	TextDocuments,
} from 'vscode-languageserver';
import { Actions } from './actions';
import { template } from './convert/template';
import { CsvDocument } from './csv/document';
import { Delivery } from './delivery';
import { registerImport } from './importRequests';
import { completionIn, hoverIn } from './markup';
import {
	fixAllKind,
	type InitializationOptions,
	type PlaceParams,
	placeRequest,
	recheckRequest,
	type TemplateParams,
	templateRequest,
} from './protocol';
import type { Checker } from './service/checker';
import * as service from './service/languageService';
import { complete, Session } from './session';
import { settingsSection } from './settings';
import { Tidy } from './tidy';

/** What a host knows that the server cannot find out by itself. */
export interface Host {
	/** Where the rules' pages lie, where the client does not say: a folder's URI without a slash at the end. */
	readonly rulesUri?: string;
	/** Has memory that nothing uses given back; undefined where there is no way to ask for it. */
	readonly collect?: () => void;
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
	const ruleUri = (ruleId: string): string | undefined => {
		const base = said.rulesUri ?? host.rulesUri;
		return base && `${base}/${ruleId.replace('/', '-')}.md`;
	};
	let delivery: Delivery | undefined;
	let actions = new Actions(client, { commands: false, ruleUri });
	const session = new Session({
		settingsFor: async (uri) =>
			client.workspace?.configuration
				? await connection.workspace.getConfiguration({ scopeUri: uri, section: settingsSection })
				: (pushed ?? said.settings),
		onFailure: (ruleId) => connection.console.error(`The rule ${ruleId} failed and is switched off.`),
	});

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
			connection.console.error(`A request failed: ${error instanceof Error ? error.name : 'unknown error'}`);
			return neutral;
		}
	}

	/** The same, once the whole file is checked. */
	function answerChecked<T>(
		uri: string,
		token: CancellationToken,
		neutral: T,
		ask: (checker: Checker) => T,
	): Promise<T> {
		return answer(uri, token, neutral, async (checker) =>
			(await complete(checker, () => token.isCancellationRequested)) ? ask(checker) : neutral,
		);
	}

	connection.onInitialize((params: InitializeParams): InitializeResult => {
		client = params.capabilities;
		said = (params.initializationOptions as InitializationOptions | undefined) ?? {};
		actions = new Actions(client, { commands: said.commands === true, ruleUri });
		delivery = new Delivery(connection, documents, session, client, {
			ruleUri,
			status: said.status === true,
			tidy: new Tidy(host.collect),
		});
		const pulls = client.textDocument?.diagnostic !== undefined;
		return {
			serverInfo: { name: 'Clever Demographics' },
			capabilities: {
				textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
				hoverProvider: true,
				completionProvider: { triggerCharacters: [',', '"'] },
				codeActionProvider: {
					codeActionKinds: [CodeActionKind.QuickFix, fixAllKind],
					resolveProvider: actions.resolves,
				},
				documentSymbolProvider:
					client.textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
				selectionRangeProvider: true,
				...(pulls && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
			},
		};
	});
	connection.onInitialized(() => {
		if (!client.workspace?.didChangeConfiguration?.dynamicRegistration) return;
		const section = { section: settingsSection };
		void connection.client.register(DidChangeConfigurationNotification.type, section).catch(() => {});
	});
	connection.onDidChangeConfiguration(({ settings }) => {
		pushed = (settings as Record<string, unknown> | null | undefined)?.[settingsSection] ?? pushed;
		session.reset();
		delivery?.refresh();
	});

	documents.onDidChangeContent(({ document }) => void delivery?.changed(document));
	documents.onDidClose(({ document }) => delivery?.closed(document));
	connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
		delivery
			? delivery.pull(textDocument.uri, previousResultId, token)
			: Promise.resolve({ kind: 'full' as const, items: [] }),
	);

	connection.onHover(({ textDocument, position }, token) =>
		answer(textDocument.uri, token, null, (checker) =>
			hoverIn(client.textDocument?.hover?.contentFormat, service.hover(checker, position)),
		),
	);
	connection.onCompletion(({ textDocument, position }, token) =>
		answer(textDocument.uri, token, null, (checker) => {
			const formats = client.textDocument?.completion?.completionItem?.documentationFormat;
			return completionIn(formats, service.completion(checker, position));
		}),
	);
	connection.onDocumentSymbol(({ textDocument }, token) =>
		answer(textDocument.uri, token, [], (checker) => service.documentSymbols(checker)),
	);
	connection.onSelectionRanges(({ textDocument, positions }, token) =>
		answer(textDocument.uri, token, [], (checker) => service.selectionRanges(checker, positions)),
	);
	connection.onCodeAction(({ textDocument, range, context }, token) =>
		answerChecked<CodeAction[]>(textDocument.uri, token, [], (checker) =>
			actions.list(checker, range, context.only),
		),
	);
	connection.onCodeActionResolve((action, token) =>
		answerChecked(actions.uriOf(action), token, action, (checker) => actions.resolve(checker, action)),
	);
	connection.onRequest(placeRequest, ({ textDocument, position }: PlaceParams, token: CancellationToken) =>
		answer(textDocument.uri, token, null, (checker) => service.placeOf(checker, position)),
	);
	connection.onRequest(
		templateRequest,
		async ({ text, workDoneToken }: TemplateParams, token: CancellationToken) => {
			const progress =
				workDoneToken === undefined ? undefined : connection.window.attachWorkDoneProgress(workDoneToken);
			progress?.begin('Reading the students', 0, undefined, true);
			const made = await template(
				text,
				() => token.isCancellationRequested,
				(done) => progress?.report(Math.round(done * 100)),
			);
			progress?.done();
			return made;
		},
	);
	connection.onRequest(recheckRequest, ({ uri }: { readonly uri: string }) => {
		session.reset(uri);
		delivery?.refresh();
		return null;
	});
	registerImport(connection);

	documents.listen(connection);
	connection.listen();
}
