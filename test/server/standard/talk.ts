import type { ClientCapabilities, ServerCapabilities } from 'vscode-languageserver';
import { type Malformed, Session } from './session';

/** A made-up conversation, and what the validator has to say about it. */
export class Talk {
	readonly faults: string[] = [];
	readonly #session: Session;
	#id = 0;

	constructor(client: ClientCapabilities = {}, server: ServerCapabilities = {}, malformed?: Malformed) {
		this.#session = new Session((fault) => this.faults.push(fault), malformed);
		this.ask(
			'initialize',
			{ processId: null, rootUri: null, capabilities: client },
			{ capabilities: server },
		);
		this.clientTells('initialized', {});
	}

	/** The client opens a document. */
	open(uri: string, text: string, version = 1): this {
		return this.clientTells('textDocument/didOpen', {
			textDocument: { uri, languageId: 'x', version, text },
		});
	}

	/** A request of the client with its answer. */
	ask(method: string, params: unknown, result: unknown): this {
		const id = ++this.#id;
		this.client({ id, method, params });
		return this.server({ id, result });
	}

	clientTells(method: string, params: unknown): this {
		return this.client({ method, params });
	}

	serverTells(method: string, params: unknown): this {
		return this.server({ method, params });
	}

	/** A request of the server, which the client answers with null. */
	serverAsks(method: string, params: unknown): this {
		const id = ++this.#id;
		this.server({ id, method, params });
		return this.client({ id, result: null });
	}

	/** A message of the client without an envelope. */
	client(message: object): this {
		this.#session.fromClient({ jsonrpc: '2.0', ...message });
		return this;
	}

	/** A message of the server without an envelope. */
	server(message: object): this {
		this.#session.fromServer({ jsonrpc: '2.0', ...message });
		return this;
	}
}
