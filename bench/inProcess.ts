/** A client and a server in one process: messages are handed over as objects, so that no JSON is counted. */
import {
	AbstractMessageReader,
	AbstractMessageWriter,
	type DataCallback,
	type Message,
} from 'vscode-jsonrpc';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { capabilities, type Publish, URI } from './editor';

class Reader extends AbstractMessageReader {
	#take: DataCallback = () => {};

	listen(take: DataCallback) {
		this.#take = take;
		return { dispose: () => {} };
	}

	say(message: object): void {
		this.#take({ jsonrpc: '2.0', ...message } as Message);
	}
}

class Writer extends AbstractMessageWriter {
	constructor(private readonly take: (message: Message) => void) {
		super();
	}

	write(message: Message): Promise<void> {
		this.take(message);
		return Promise.resolve();
	}

	end(): void {}
}

export interface InProcess {
	/** Opens the file; returns when the handler has been told, not when it is done. */
	readonly open: (text: string, version: number) => void;
	readonly close: () => void;
	/** Answered when what was opened is checked. */
	readonly settled: () => Promise<void>;
}

/** Starts a server, which has answered to `initialize` when this returns. */
export async function inProcess(
	start: (connection: Connection) => void,
	onPublish: (publish: Publish) => void,
): Promise<InProcess> {
	const waiting = new Map<number, () => void>();
	const reader = new Reader();
	const writer = new Writer((message) => {
		const { id, method, params } = message as { id?: number; method?: string; params?: unknown };
		if (method === 'textDocument/publishDiagnostics') onPublish(params as Publish);
		else if (method === undefined && id !== undefined) waiting.get(id)?.();
	});
	start(createConnection(ProposedFeatures.all, reader, writer));
	let last = 0;
	const ask = (method: string, params: object): Promise<void> =>
		new Promise((resolve) => {
			waiting.set(++last, resolve);
			reader.say({ id: last, method, params });
		});
	await ask('initialize', { processId: null, rootUri: null, capabilities });
	reader.say({ method: 'initialized', params: {} });
	const textDocument = { uri: URI };
	const nowhere = { line: 0, character: 0 };
	return {
		open: (text, version) => {
			const document = { uri: URI, languageId: 'clever-students', version, text };
			reader.say({ method: 'textDocument/didOpen', params: { textDocument: document } });
		},
		close: () => reader.say({ method: 'textDocument/didClose', params: { textDocument } }),
		settled: () =>
			ask('textDocument/codeAction', {
				textDocument,
				range: { start: nowhere, end: nowhere },
				context: { diagnostics: [] },
			}),
	};
}
