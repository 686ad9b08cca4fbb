import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { type Message, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { bundle } from '../../support/bundles';

/** A message as it is on the wire. */
export interface WireMessage extends Message {
	readonly id?: unknown;
	readonly method?: unknown;
	readonly params?: unknown;
	readonly result?: unknown;
	readonly error?: { readonly code: number; readonly message: string };
}

/** The server as a process, spoken to without a client's checks: any message or bytes can be sent. */
export class ServerProcess {
	/** The answers to requests, by their IDs. */
	readonly answers = new Map<unknown, WireMessage>();
	/** Everything that a person or a log file would see. */
	logged = '';
	/** What it is told when it asks: any value. */
	answerTo: (method: string) => unknown = () => null;
	#wake: () => void = () => {};
	readonly #process: ChildProcessWithoutNullStreams;
	readonly #writer: StreamMessageWriter;

	private constructor(script: string) {
		this.#process = spawn(process.execPath, [script, '--stdio'], { stdio: 'pipe' });
		this.#writer = new StreamMessageWriter(this.#process.stdin);
		new StreamMessageReader(this.#process.stdout).listen((message) => this.#take(message));
		this.#process.stdin.on('error', () => {});
		this.#process.stderr.on('data', (data) => {
			this.logged += data;
		});
		this.#process.once('exit', () => this.#wake());
	}

	/** Starts a server that knows everything that our client can do, with no file open. */
	static async start(): Promise<ServerProcess> {
		const server = new ServerProcess(await bundle('server.js'));
		const capabilities = {
			workspace: {
				configuration: true,
				workspaceFolders: true,
				didChangeWatchedFiles: { dynamicRegistration: true },
			},
			textDocument: {
				publishDiagnostics: {},
				codeAction: {
					codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } },
					resolveSupport: { properties: ['edit'] },
					dataSupport: true,
				},
			},
		};
		const initializationOptions = { status: true, files: true, commands: true };
		const params = { processId: process.pid, rootUri: null, capabilities, initializationOptions };
		server.send({ id: 'initialize', method: 'initialize', params });
		await server.until(() => server.answers.has('initialize'));
		server.send({ method: 'initialized', params: {} });
		return server;
	}

	/** Whether it runs. */
	get isAlive(): boolean {
		return this.#process.exitCode === null && this.#process.signalCode === null;
	}

	/** Sends a message of any shape. */
	send(message: object): void {
		this.#writer.write({ jsonrpc: '2.0', ...message } as Message).catch(() => {});
	}

	/** Sends bytes that need not be a message. */
	sendBytes(bytes: string): void {
		this.#process.stdin.write(bytes);
	}

	/** Waits until something holds, or until the server is gone or the time is over, in milliseconds. */
	async until(holds: () => boolean, time = 20_000): Promise<boolean> {
		const end = performance.now() + time;
		while (!holds() && this.isAlive && performance.now() < end) {
			await new Promise<void>((resolve) => {
				this.#wake = resolve;
				setTimeout(resolve, 200);
			});
		}
		return holds();
	}

	/** Ends the process. */
	stop(): void {
		this.#process.kill();
	}

	#take(message: WireMessage): void {
		const { id, method } = message;
		if (typeof method !== 'string') this.answers.set(id, message);
		else if (id !== undefined) this.send({ id, result: this.answerTo(method) });
		else if (/^window\/|^telemetry\/|^\$\/logTrace/.test(method)) this.logged += JSON.stringify(message);
		this.#wake();
	}
}
