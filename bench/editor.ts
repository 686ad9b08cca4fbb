/** A minimal LSP client that starts a server on stdio and measures its answers. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	createMessageConnection,
	type MessageConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { ContentChange } from './core';

/** A client that takes pushed diagnostics and shows every part of them. */
export const capabilities = {
	textDocument: {
		publishDiagnostics: {
			relatedInformation: true,
			tagSupport: { valueSet: [1, 2] },
			codeDescriptionSupport: true,
			versionSupport: true,
		},
		codeAction: {
			codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source.fixAll'] } },
			dataSupport: true,
			resolveSupport: { properties: ['edit'] },
		},
	},
};

export interface Publish {
	readonly uri: string;
	readonly version?: number;
	readonly diagnostics: readonly { readonly range: { readonly start: { readonly line: number } } }[];
}

export const URI = 'file:///district/students.csv';

export class Editor {
	#version = 1;
	#onPublish: (publish: Publish) => void = () => {};

	private constructor(
		readonly server: ChildProcess,
		readonly connection: MessageConnection,
	) {}

	/** Starts a server; resolves after its answer to `initialize`. */
	static async start(command: readonly string[]): Promise<Editor> {
		const [file = '', ...args] = command;
		const server = spawn(file, args, { stdio: ['pipe', 'pipe', 'inherit'] });
		const connection = createMessageConnection(
			new StreamMessageReader(server.stdout),
			new StreamMessageWriter(server.stdin),
		);
		const editor = new Editor(server, connection);
		connection.onNotification('textDocument/publishDiagnostics', (publish: Publish) =>
			editor.#onPublish(publish),
		);
		connection.onRequest(() => null);
		connection.listen();
		await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
		void connection.sendNotification('initialized', {});
		return editor;
	}

	/** Opens the file, waits until no more diagnostics arrive, and returns how many are listed. */
	async open(text: string): Promise<number> {
		const document = { uri: URI, languageId: 'clever-students', version: this.#version, text };
		let listed = 0;
		let last = performance.now();
		this.#onPublish = ({ diagnostics }) => {
			listed = diagnostics.length;
			last = performance.now();
		};
		void this.connection.sendNotification('textDocument/didOpen', { textDocument: document });
		// This request is answered after the whole file is checked. The last publish may still follow.
		await this.actions(0, 0);
		last = performance.now();
		while (performance.now() - last < QUIET_MS) await pause(QUIET_MS / 5);
		return listed;
	}

	/** Sends one change; returns the time until the findings of its version arrive, and how many are listed. */
	change(change: ContentChange): Promise<{ readonly ms: number; readonly listed: number }> {
		const version = ++this.#version;
		return new Promise((resolve) => {
			const began = performance.now();
			this.#onPublish = (publish) => {
				if (publish.version !== version) return;
				resolve({ ms: performance.now() - began, listed: publish.diagnostics.length });
			};
			const textDocument = { uri: URI, version };
			void this.connection.sendNotification('textDocument/didChange', {
				textDocument,
				contentChanges: [change],
			});
		});
	}

	/** Sends a hover or completion request for a 0-based position. */
	at(method: 'hover' | 'completion', line: number, character: number): Promise<unknown> {
		const position = { line, character };
		return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, position });
	}

	/** Requests the code actions at a 0-based position. */
	actions(line: number, character: number): Promise<unknown> {
		const position = { line, character };
		return this.connection.sendRequest('textDocument/codeAction', {
			textDocument: { uri: URI },
			range: { start: position, end: position },
			context: { diagnostics: [] },
		});
	}

	/** Shuts the server down as LSP requires; resolves when its process has ended. */
	async stop(): Promise<void> {
		const ended = once(this.server, 'exit');
		await this.connection.sendRequest('shutdown');
		void this.connection.sendNotification('exit');
		await ended;
		this.connection.dispose();
	}
}

/** How long no publish must arrive before a file counts as completely reported. */
const QUIET_MS = 400;

/** Resolves after this many milliseconds. */
export function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
