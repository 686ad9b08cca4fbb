/** An editor at the other end of a server's stdio, as much of one as is needed to time it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
	createMessageConnection,
	type MessageConnection,
	StreamMessageReader,
	StreamMessageWriter,
} from 'vscode-jsonrpc/node';
import type { ContentChange } from './core';

/** A client that is pushed to, and can be shown everything. */
export const capabilities = {
	textDocument: {
		publishDiagnostics: {
			relatedInformation: true,
			tagSupport: { valueSet: [1, 2] },
			codeDescriptionSupport: true,
			versionSupport: true,
		},
		codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
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

	/** Ready when the server has answered to `initialize`. */
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

	/** Opens the file, and waits till everything about it has been said: how many findings are listed. */
	async open(text: string): Promise<number> {
		const document = { uri: URI, languageId: 'clever-students', version: this.#version, text };
		let listed = 0;
		let last = performance.now();
		this.#onPublish = ({ diagnostics }) => {
			listed = diagnostics.length;
			last = performance.now();
		};
		void this.connection.sendNotification('textDocument/didOpen', { textDocument: document });
		// Answered when the whole file is checked; then it has to be quiet.
		await this.actions(0, 0);
		last = performance.now();
		while (performance.now() - last < QUIET) await pause(QUIET / 5);
		return listed;
	}

	/** Sends one change: the time till the findings of its version are here, and how many are listed. */
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

	at(method: 'hover' | 'completion', line: number, character: number): Promise<unknown> {
		const position = { line, character };
		return this.connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: URI }, position });
	}

	actions(line: number, character: number): Promise<unknown> {
		const position = { line, character };
		return this.connection.sendRequest('textDocument/codeAction', {
			textDocument: { uri: URI },
			range: { start: position, end: position },
			context: { diagnostics: [] },
		});
	}

	async stop(): Promise<void> {
		const ended = once(this.server, 'exit');
		await this.connection.sendRequest('shutdown');
		void this.connection.sendNotification('exit');
		await ended;
		this.connection.dispose();
	}
}

const QUIET = 400;

export function pause(ms: number): Promise<void> {
	return new Promise((resolve) => setTimeout(resolve, ms));
}
