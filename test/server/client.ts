import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import {
	createMessageConnection,
	type MessageConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import {
	type ApplyWorkspaceEditParams,
	type ClientCapabilities,
	type CodeAction,
	CompletionItemKind,
	type Diagnostic,
	type DocumentDiagnosticReport,
	type InitializeResult,
	type Position,
	type PublishDiagnosticsParams,
	type Range,
	type TextDocumentContentChangeEvent,
	type WorkspaceEdit,
} from 'vscode-languageserver';
import { atEnd } from '../editor/host/cleanup';
import { bundle } from '../support/bundles';
import type { Faults } from './standard/faults';
import type { Malformed } from './standard/session';
import { watch } from './standard/watch';

/** A message from the server. */
export interface Received {
	readonly method: string;
	readonly params: unknown;
}

export interface StartOptions {
	readonly capabilities?: ClientCapabilities;
	readonly initializationOptions?: unknown;
	/** The answer to workspace/configuration, for a client that has it; also one to come. */
	readonly configuration?: () => unknown;
	/** Gets the edits of workspace/applyEdit, which count as applied in any case. */
	readonly applyEdit?: (edit: WorkspaceEdit) => void;
	/** The answer to workspace/applyEdit, where it is another one. */
	readonly answerEdit?: () => Promise<unknown>;
	/** Further members of `initialize`. */
	readonly initialize?: object;
	/** The command that runs the server's process, such as one that traces it. */
	readonly runBy?: readonly string[];
	/** Environment variables of the server in addition to ours. */
	readonly env?: Readonly<Record<string, string>>;
	/** Methods that the test sends in a wrong shape on purpose. All else is checked against the standard. */
	readonly malformed?: Malformed;
}

/** The capabilities of a client that shows every part of what we send, and is pushed to. */
export const shows: ClientCapabilities = {
	textDocument: {
		publishDiagnostics: {
			relatedInformation: true,
			tagSupport: { valueSet: [1, 2] },
			codeDescriptionSupport: true,
			versionSupport: true,
		},
		hover: { contentFormat: ['markdown', 'plaintext'] },
		completion: {
			completionItem: { documentationFormat: ['markdown', 'plaintext'], labelDetailsSupport: true },
			completionItemKind: {
				valueSet: [CompletionItemKind.Field, CompletionItemKind.EnumMember, CompletionItemKind.Reference],
			},
		},
		codeAction: {
			codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
			isPreferredSupport: true,
		},
	},
};

/** The capabilities of a client that pulls diagnostics, and can be asked to pull them again. */
export const pulls: ClientCapabilities = {
	textDocument: { ...shows.textDocument, diagnostic: { dynamicRegistration: false } },
	workspace: { diagnostics: { refreshSupport: true } },
};

/** An LSP client that keeps every message of its server. It waits for messages, never for a time. */
export class Client {
	readonly received: Received[] = [];
	result!: InitializeResult;
	#waiting: (() => void)[] = [];
	#stderr = '';
	readonly #versions = new Map<string, number>();

	private constructor(
		readonly server: ChildProcess,
		readonly connection: MessageConnection,
		private readonly faults: Faults,
	) {}

	static async start(options: StartOptions = {}): Promise<Client> {
		const words = [...(options.runBy ?? []), process.execPath, await bundle('server.js'), '--stdio'];
		const env = { ...process.env, ...options.env };
		const server = spawn(words[0] as string, words.slice(1), { stdio: 'pipe', env });
		// A test that fails does not stop its server, which must neither keep mocha from ending nor outlive it.
		for (const one of [server, server.stdin, server.stdout, server.stderr] as (ChildProcess | Socket)[])
			one.unref();
		const forget = atEnd(() => server.kill('SIGKILL'));
		server.once('exit', forget);
		const reader = new StreamMessageReader(server.stdout);
		const writer = new StreamMessageWriter(server.stdin);
		const faults = watch(reader, writer, options.malformed);
		const connection = createMessageConnection(reader, writer);
		const client = new Client(server, connection, faults);
		server.stderr.on('data', (data) => {
			client.#stderr += data;
		});
		connection.onNotification((method, params) => client.#take(method, params));
		connection.onRequest(async (method, params) => {
			client.#take(method, params);
			if (method === 'workspace/applyEdit') {
				options.applyEdit?.((params as unknown as ApplyWorkspaceEditParams).edit);
				return options.answerEdit ? options.answerEdit() : { applied: true };
			}
			if (method !== 'workspace/configuration') return null;
			const { items } = params as unknown as { items: readonly unknown[] };
			return Promise.all(items.map(async () => (await options.configuration?.()) ?? null));
		});
		connection.onClose(() => connection.dispose());
		server.once('exit', () => client.#wake());
		connection.listen();
		client.result = await connection.sendRequest<InitializeResult>('initialize', {
			processId: process.pid,
			rootUri: null,
			capabilities: options.capabilities ?? shows,
			initializationOptions: options.initializationOptions,
			...options.initialize,
		});
		client.notify('initialized', {});
		return client;
	}

	#take(method: string, params: unknown): void {
		this.received.push({ method, params });
		this.#wake();
	}

	#wake(): void {
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const look of waiting) look();
	}

	/** Waits for the first message, from index `from` on, for which `find` returns a value, and returns that. */
	async until<T>(find: (message: Received) => T | undefined, from = 0): Promise<T> {
		for (let next = from; ; next++) {
			while (next >= this.received.length) {
				const gone = this.server.exitCode !== null || this.server.signalCode !== null;
				assert.ok(!gone, `The server is gone: ${this.#stderr}`);
				await new Promise<void>((resolve) => this.#waiting.push(resolve));
			}
			const result = find(this.received[next] as Received);
			if (result !== undefined) return result;
		}
	}

	notify(method: string, params: unknown): void {
		void this.connection.sendNotification(method, params);
	}

	request<T = unknown>(method: string, params: unknown): Promise<T> {
		return this.connection.sendRequest<T>(method, params);
	}

	open(uri: string, text: string, languageId = 'csv'): void {
		this.#versions.set(uri, 1);
		this.notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
	}

	/** Sends changes, and returns the version that they make. */
	change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): number {
		const version = (this.#versions.get(uri) ?? 0) + 1;
		this.#versions.set(uri, version);
		this.notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
		return version;
	}

	close(uri: string): void {
		this.notify('textDocument/didClose', { textDocument: { uri } });
	}

	get publishes(): readonly PublishDiagnosticsParams[] {
		return this.received
			.filter(({ method }) => method === 'textDocument/publishDiagnostics')
			.map(({ params }) => params as PublishDiagnosticsParams);
	}

	/** Waits for the first publish of a version, from index `from` on, that is as wanted. */
	published(
		uri: string,
		version: number | undefined,
		wanted: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
		from = 0,
	): Promise<Diagnostic[]> {
		return this.until(({ method, params }) => {
			if (method !== 'textDocument/publishDiagnostics') return undefined;
			const publish = params as PublishDiagnosticsParams;
			const is = publish.uri === uri && publish.version === version && wanted(publish.diagnostics);
			return is ? publish.diagnostics : undefined;
		}, from);
	}

	pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
		return this.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
	}

	at<T = unknown>(feature: string, uri: string, position: Position): Promise<T> {
		return this.request(`textDocument/${feature}`, { textDocument: { uri }, position });
	}

	actions(uri: string, range: Range, only?: readonly string[]): Promise<CodeAction[]> {
		const context = { diagnostics: [], only };
		return this.request('textDocument/codeAction', { textDocument: { uri }, range, context });
	}

	/** Everything that the server wrote to a place that a person or a log file sees. */
	get logged(): string {
		return this.#stderr + this.#of(/^window\/|^telemetry\/|^\$\/logTrace/);
	}

	/** What of it only a log file has. */
	get unseenLog(): string {
		return this.#stderr + this.#of(/^window\/(?!showMessage)|^telemetry\/|^\$\/logTrace/);
	}

	#of(methods: RegExp): string {
		return JSON.stringify(this.received.filter(({ method }) => methods.test(method)));
	}

	/** Ends the server as LSP requires. All of its messages have arrived when this returns. */
	async stop(): Promise<void> {
		const ended = once(this.server, 'exit');
		await this.connection.sendRequest('shutdown');
		void this.connection.sendNotification('exit');
		const [code] = await ended;
		assert.equal(code, 0, this.#stderr);
		this.connection.dispose();
		this.faults.assertNone();
	}
}
