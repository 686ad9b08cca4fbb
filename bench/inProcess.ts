/** Connects a client and a server in one process. Messages are passed as objects, so no JSON is measured. */
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

	receive(message: object): void {
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
	/** Opens the file; returns once the server has the message, before it is done. */
	readonly open: (text: string, version: number) => void;
	readonly close: () => void;
	/** Resolves when the open file is checked. */
	readonly untilChecked: () => Promise<void>;
}

/** Starts a server; resolves after its answer to `initialize`. */
export async function inProcess(
	start: (connection: Connection) => void,
	onPublish: (publish: Publish) => void,
): Promise<InProcess> {
	const pendingRequests = new Map<number, () => void>();
	const reader = new Reader();
	const writer = new Writer((message) => {
		const { id, method, params } = message as { id?: number; method?: string; params?: unknown };
		if (method === 'textDocument/publishDiagnostics') onPublish(params as Publish);
		else if (method === undefined && id !== undefined) pendingRequests.get(id)?.();
	});
	start(createConnection(ProposedFeatures.all, reader, writer));
	let last = 0;
	const request = (method: string, params: object): Promise<void> =>
		new Promise((resolve) => {
			pendingRequests.set(++last, resolve);
			reader.receive({ id: last, method, params });
		});
	await request('initialize', { processId: null, rootUri: null, capabilities });
	reader.receive({ method: 'initialized', params: {} });
	const textDocument = { uri: URI };
	const fileStart = { line: 0, character: 0 };
	return {
		open: (text, version) => {
			const document = { uri: URI, languageId: 'clever-students', version, text };
			reader.receive({ method: 'textDocument/didOpen', params: { textDocument: document } });
		},
		close: () => reader.receive({ method: 'textDocument/didClose', params: { textDocument } }),
		untilChecked: () =>
			request('textDocument/codeAction', {
				textDocument,
				range: { start: fileStart, end: fileStart },
				context: { diagnostics: [] },
			}),
	};
}
