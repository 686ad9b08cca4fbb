/** The session of a table with a page of the test's own, in a real VS Code. */
import { join } from 'node:path';
import {
	EventEmitter,
	extensions,
	type Memento,
	type TextDocument,
	type ViewColumn,
	type WebviewPanel,
} from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import type { GridToPage, PageRequests } from '../../../client/src/grid/messages';
import { TableSession } from '../../../client/src/grid/tableSession';
import { LanguageServer } from '../../../client/src/server/languageServer';
import { when } from './support';

/** What the server answers, by the last part of a method's name; a request without an answer fails. */
export type ServerAnswers = Readonly<Record<string, (params: never) => unknown>>;

const STOPPED = 1;
const RUNNING = 2;

/** A table, seen from its page. */
export interface TestTable {
	readonly session: TableSession;
	/** All messages that the page has got. */
	readonly messages: readonly GridToPage[];
	/** How often the table was given the keyboard. */
	readonly focused: number;
	/** Asks as the page does; rejects where the request fails. */
	ask<M extends keyof PageRequests>(method: M, params: PageRequests[M][0]): Promise<PageRequests[M][1]>;
	/** Sends any message. */
	send(message: unknown): void;
	setVisible(isVisible: boolean): void;
	dispose(): void;
}

/** A server that is the test's. */
export interface TestServer {
	readonly server: LanguageServer;
	/** How often it was asked, by the last part of the method's name. */
	asked(name: string): number;
	setRunning(isRunning: boolean): void;
	/** It has checked a file. */
	status(uri: string): void;
}

/** A server that gives these answers. */
export async function fakeServer(answers: ServerAnswers): Promise<TestServer> {
	const states = new EventEmitter<void>();
	const counts = new Map<string, number>();
	const notified = new Map<string, (params: unknown) => void>();
	const client = {
		state: RUNNING,
		start: async () => {},
		dispose: async () => {},
		onRequest: () => {},
		onNotification: (name: string, listener: (params: unknown) => void) => notified.set(name, listener),
		onProgress: () => ({ dispose: () => {} }),
		onDidChangeState: (listener: () => void) => states.event(listener),
		sendRequest: async (method: string, params: never) => {
			const name = method.replace(/^.*\//, '');
			counts.set(name, (counts.get(name) ?? 0) + 1);
			const answer = answers[name];
			if (!answer) throw new Error(`${name} has no answer`);
			return answer(params);
		},
	};
	const server = new LanguageServer(() => client as unknown as BaseLanguageClient);
	await server.start();
	return {
		server,
		asked: (name) => counts.get(name) ?? 0,
		setRunning: (isRunning) => {
			client.state = isRunning ? RUNNING : STOPPED;
			states.fire();
		},
		status: (uri) => notified.get('cleverDemographics/status')?.({ uri }),
	};
}

/** The server of the build, as a second one of this VS Code. */
export async function realServer(): Promise<LanguageServer> {
	const extension = extensions.getExtension('clever-demographics.clever-demographics');
	const module = join(extension?.extensionPath ?? '', 'dist', 'server.js');
	const options: LanguageClientOptions = {
		documentSelector: [{ pattern: '**/students*.csv' }],
		initializationOptions: { status: true, commands: true, files: true },
	};
	const server = new LanguageServer(
		() => new LanguageClient('test', 'Test', { module, transport: TransportKind.ipc }, options),
	);
	await server.start();
	return server;
}

/** Makes a session for a document whose page is the test's. */
export function openSession(document: TextDocument, server: LanguageServer): TestTable {
	const received = new EventEmitter<unknown>();
	const viewState = new EventEmitter<void>();
	const disposed = new EventEmitter<void>();
	const posted = new EventEmitter<void>();
	const messages: GridToPage[] = [];
	let focused = 0;
	const panel = {
		visible: true,
		active: true,
		viewColumn: 1,
		reveal: (_column: ViewColumn | undefined, preserveFocus: boolean | undefined) => {
			if (!preserveFocus) focused++;
		},
		onDidChangeViewState: viewState.event,
		onDidDispose: disposed.event,
		webview: {
			onDidReceiveMessage: received.event,
			postMessage: async (message: GridToPage) => {
				messages.push(message);
				posted.fire();
				return true;
			},
		},
	};
	const kept = new Map<string, unknown>();
	const memory = {
		get: (key: string) => kept.get(key),
		update: async (key: string, value: unknown) => void kept.set(key, value),
	};
	const session = new TableSession(
		document,
		panel as unknown as WebviewPanel,
		server,
		memory as unknown as Memento,
	);
	let lastId = 0;
	return {
		session,
		messages,
		get focused() {
			return focused;
		},
		async ask(method, params) {
			const id = ++lastId;
			const isAnswer = (message: GridToPage): boolean => 'id' in message && message.id === id;
			received.fire({ id, method, params });
			await when(
				() => messages.some(isAnswer),
				(look) => posted.event(look),
				() => `${method} has no answer`,
			);
			const message = messages.find(isAnswer);
			if (message?.type !== 'answer') throw new Error(`${method} failed`);
			return message.answer as PageRequests[typeof method][1];
		},
		send: (message) => received.fire(message),
		setVisible: (isVisible) => {
			panel.visible = isVisible;
			viewState.fire();
		},
		dispose: () => disposed.fire(),
	};
}
