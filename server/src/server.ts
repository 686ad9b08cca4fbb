import {
	type CancellationToken,
	type ClientCapabilities,
	type CodeAction,
	CodeActionKind,
	type Connection,
	DidChangeConfigurationNotification,
	type InitializeParams,
	type InitializeResult,
	type Range,
	TextDocumentSyncKind,
	TextDocuments,
	type TextEdit,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import { CsvDocument } from './csv/document';
import { Delivery } from './delivery';
import {
	fixAllKind,
	type InitializationOptions,
	type PlaceParams,
	placeRequest,
	recheckRequest,
} from './protocol';
import type { Checker } from './service/checker';
import * as service from './service/languageService';
import { complete, Session } from './session';
import { settingsSection } from './settings';

/** What a host knows that the server cannot find out by itself. */
export interface Host {
	/** Where the rules' pages lie, where the client does not say: a folder's URI without a slash at the end. */
	readonly rulesUri?: string;
}

interface ActionData {
	readonly uri: string;
	readonly version: number;
	readonly range: Range;
	readonly only: string[] | undefined;
	readonly index: number;
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
	let delivery: Delivery | undefined;
	const ruleUri = (ruleId: string): string | undefined => {
		const base = said.rulesUri ?? host.rulesUri;
		return base && `${base}/${ruleId.replace('/', '-')}.md`;
	};
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
		delivery = new Delivery(connection, documents, session, client, {
			ruleUri,
			status: said.status === true,
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
					resolveProvider: resolvesEdits(client),
				},
				documentSymbolProvider: true,
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
	documents.onDidClose(({ document }) => delivery?.closed(document.uri));
	connection.languages.diagnostics.on(({ textDocument, previousResultId }, token) =>
		delivery
			? delivery.pull(textDocument.uri, previousResultId, token)
			: Promise.resolve({ kind: 'full' as const, items: [] }),
	);

	connection.onHover(({ textDocument, position }, token) =>
		answer(textDocument.uri, token, null, (checker) => service.hover(checker, position)),
	);
	connection.onCompletion(({ textDocument, position }, token) =>
		answer(textDocument.uri, token, null, (checker) => service.completion(checker, position)),
	);
	connection.onDocumentSymbol(({ textDocument }, token) =>
		answer(textDocument.uri, token, [], (checker) => service.documentSymbols(checker)),
	);
	connection.onSelectionRanges(({ textDocument, positions }, token) =>
		answer(textDocument.uri, token, [], (checker) => service.selectionRanges(checker, positions)),
	);
	connection.onCodeAction(({ textDocument, range, context }, token) =>
		answerChecked<CodeAction[]>(textDocument.uri, token, [], (checker) =>
			actionsFor(checker, range, context.only).map(({ action, edits }, index) => {
				if (!edits) return action;
				const { version } = checker.document;
				const data: ActionData = { uri: textDocument.uri, version, range, only: context.only, index };
				return resolvesEdits(client)
					? { ...action, data }
					: { ...action, edit: workspaceEdit(checker, edits()) };
			}),
		),
	);
	connection.onCodeActionResolve((action, token) => {
		const { uri, version, range, only, index } = action.data as ActionData;
		return answerChecked(uri, token, action, (checker) => {
			if (checker.document.version !== version) return action;
			const edits = actionsFor(checker, range, only)[index]?.edits;
			return edits ? { ...action, edit: workspaceEdit(checker, edits()) } : action;
		});
	});
	connection.onRequest(placeRequest, ({ textDocument, position }: PlaceParams, token: CancellationToken) =>
		answer(textDocument.uri, token, null, (checker) => service.placeOf(checker, position)),
	);
	connection.onRequest(recheckRequest, ({ uri }: { readonly uri: string }) => {
		session.reset(uri);
		delivery?.refresh();
		return null;
	});

	const actionsFor = (checker: Checker, range: Range, only: string[] | undefined) =>
		service.codeActions(checker, range, { only, commands: said.commands === true, ruleUri });

	const workspaceEdit = ({ document: { uri, version } }: Checker, edits: TextEdit[]): WorkspaceEdit =>
		client.workspace?.workspaceEdit?.documentChanges
			? { documentChanges: [{ textDocument: { uri, version }, edits }] }
			: { changes: { [uri]: edits } };

	documents.listen(connection);
	connection.listen();
}

function resolvesEdits(client: ClientCapabilities): boolean {
	const action = client.textDocument?.codeAction;
	return action?.dataSupport === true && action.resolveSupport?.properties.includes('edit') === true;
}
