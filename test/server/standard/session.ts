import type {
	ClientCapabilities,
	InitializeParams,
	InitializeResult,
	ServerCapabilities,
} from 'vscode-languageserver';
import { answerFaults, type Content, messageFaults } from './announced';
import { Documents } from './documents';
import { theStandard } from './messages';
import { placeFaults } from './places';
import { ProgressTokens } from './progressTokens';

type Side = 'client' | 'server';
type Id = number | string;

/** A message of JSON-RPC, before anything about it is known. */
interface Envelope {
	readonly jsonrpc?: unknown;
	readonly id?: Id | null;
	readonly method?: string;
	readonly params?: unknown;
	readonly result?: unknown;
	readonly error?: { readonly code?: unknown; readonly message?: unknown; readonly data?: unknown };
}

interface Pending {
	readonly method: string;
	readonly params: unknown;
	/** The newest event of the documents when the request was sent. */
	readonly since: number;
	readonly isWrong: boolean;
}

/** What a client sends wrong on purpose: messages of some methods, or any. */
export type Malformed = readonly string[] | 'all';

/** Our own methods, which the standard does not know. */
const OURS = 'cleverDemographics/';

/** What the server may send before it has answered `initialize`. */
const beforeInitialized: ReadonlySet<string> = new Set([
	'window/showMessage',
	'window/logMessage',
	'window/showMessageRequest',
	'telemetry/event',
	'$/progress',
]);

/** One client and one server that talk. It hears every message of both and reports what the standard forbids. */
export class Session {
	readonly #documents = new Documents();
	readonly #tokens = new ProgressTokens();
	readonly #pending = { client: new Map<Id, Pending>(), server: new Map<Id, Pending>() };
	readonly #registered = new Map<string, string>();
	readonly #publishedVersions = new Map<string, number>();
	#client: ClientCapabilities = {};
	#server: ServerCapabilities | undefined;

	/**
	 * @param report gets a sentence for each fault.
	 * @param malformed methods that a test sends in a wrong shape on purpose.
	 */
	constructor(
		private readonly report: (fault: string) => void,
		private readonly malformed: Malformed = [],
	) {}

	/** Hears a message of the client. */
	fromClient(message: unknown): void {
		this.#hear('client', message as Envelope);
	}

	/** Hears a message of the server. */
	fromServer(message: unknown): void {
		this.#hear('server', message as Envelope);
	}

	#hear(side: Side, message: Envelope): void {
		if (message.jsonrpc !== '2.0') this.report(`${side}: a message that is not of JSON-RPC 2.0`);
		if (message.method === undefined) this.#answer(side, message);
		else this.#message(side, message.method, message);
	}

	#message(side: Side, method: string, { id, params }: Envelope): void {
		const fault = (text: string): void => this.report(`${side}: ${method}: ${text}`);
		const kind = id === undefined ? 'notification' : 'request';
		const faults = method.startsWith(OURS) ? [] : [...this.#shapeFaults(side, method, kind, params)];
		// An odd client that introduces itself is followed all the same: its server answers what it can read.
		const isWrong = faults.length > 0 && method !== 'initialize';
		const isOnPurpose = this.malformed === 'all' || this.malformed.includes(method);
		if (side === 'server' || !isOnPurpose) faults.forEach(fault);
		if (id !== undefined && id !== null) {
			if (this.#pending[side].has(id)) fault(`the ID ${id} is in use`);
			this.#pending[side].set(id, { method, params, since: this.#documents.now, isWrong });
			if (!isWrong) this.#tokens.request(side, method, params);
		}
		if (isWrong) {
			if (side === 'client') this.#documents.takeMalformed(method, params);
			return;
		}
		if (side === 'client') this.#followClient(method, params);
		else if (!method.startsWith(OURS)) for (const text of this.#serverFaults(method, params)) fault(text);
	}

	*#shapeFaults(side: Side, method: string, kind: string, params: unknown): Iterable<string> {
		const standard = theStandard().messages.get(method);
		if (!standard) yield 'the standard has no such method';
		else {
			if (standard.sender !== 'both' && standard.sender !== side) yield `only a ${standard.sender} sends it`;
			if (standard.kind !== kind) yield `it is no ${kind}`;
			const fault = theStandard().shapeFault(method, 'params', params);
			if (fault) yield fault;
		}
	}

	#followClient(method: string, params: unknown): void {
		if (method === 'initialize' && !this.#server)
			this.#client = (params as InitializeParams | null)?.capabilities ?? {};
		this.#documents.take(method, params);
		if (method === 'textDocument/didOpen')
			this.#publishedVersions.delete((params as { textDocument: { uri: string } }).textDocument.uri);
	}

	*#serverFaults(method: string, params: unknown): Iterable<string> {
		if (!this.#server && !beforeInitialized.has(method)) yield 'sent before initialize is answered';
		const content = this.#content(params, undefined, 0);
		yield* messageFaults(method, content);
		if (method === '$/progress') yield* this.#progressFaults(params);
		if (method === 'textDocument/publishDiagnostics') yield* this.#publishFaults(params);
		if (method === 'client/registerCapability' || method === 'client/unregisterCapability')
			yield* this.#registrationFaults(params);
		const uri = (params as { readonly uri?: string } | undefined)?.uri;
		// A message that nobody asked for may be about any text that the server had.
		yield* placeFaults(this.#documents, 0, params, uri);
	}

	/** Versions never go back: a client would show older diagnostics as the newest. */
	*#publishFaults(params: unknown): Iterable<string> {
		const { uri, version } = params as { readonly uri: string; readonly version?: number };
		if (version === undefined) return;
		const before = this.#publishedVersions.get(uri);
		if (before !== undefined && version < before) yield `version ${version} after ${before}`;
		this.#publishedVersions.set(uri, version);
	}

	*#registrationFaults(params: unknown): Iterable<string> {
		const { registrations, unregisterations } = params as {
			readonly registrations?: readonly { readonly id: string; readonly method: string }[];
			readonly unregisterations?: readonly { readonly id: string; readonly method: string }[];
		};
		for (const { id, method } of registrations ?? []) {
			if (this.#registered.has(id)) yield `registers ${id} twice`;
			this.#registered.set(id, method);
		}
		for (const { id, method } of unregisterations ?? []) {
			if (this.#registered.get(id) !== method)
				yield `unregisters ${method}, which is not registered as ${id}`;
			this.#registered.delete(id);
		}
	}

	/** Progress goes to a token of the client or one that the server has made, with a value of its kind. */
	*#progressFaults(params: unknown): Iterable<string> {
		const { token, value } = params as { readonly token: Id; readonly value: unknown };
		const method = this.#tokens.partialResultOf(token);
		if (method !== undefined) {
			const fault = method.startsWith(OURS)
				? undefined
				: theStandard().shapeFault(method, 'partialResult', value);
			if (fault) yield `of ${method}: ${fault}`;
		} else yield* this.#tokens.workFaults(token, value);
	}

	#answer(side: Side, { id, result, error }: Envelope): void {
		const asker = side === 'server' ? 'client' : 'server';
		const pending = id === undefined || id === null ? undefined : this.#pending[asker].get(id);
		if (!pending) {
			// JSON-RPC answers a request that cannot be read with the ID null.
			if (id !== null) this.report(`${side}: an answer to nothing, ${id}`);
			return;
		}
		this.#pending[asker].delete(id as Id);
		this.#tokens.answered(asker, pending.params);
		const fault = (text: string): void => this.report(`${side}: answer to ${pending.method}: ${text}`);
		if ((result === undefined) === (error === undefined)) fault('it has not one of result and error');
		else if (error) this.#errorFaults(pending, error).forEach(fault);
		else if (!pending.method.startsWith(OURS) && !pending.isWrong) {
			const shape = theStandard().shapeFault(pending.method, 'result', result);
			if (shape) fault(shape);
			else if (side === 'server') for (const text of this.#resultFaults(pending, result)) fault(text);
		}
	}

	#errorFaults(
		{ method }: Pending,
		{ code, message, data }: NonNullable<Envelope['error']>,
	): readonly string[] {
		const faults: string[] = [];
		if (!Number.isInteger(code)) faults.push(`the code ${code} of an error is no integer`);
		if (typeof message !== 'string') faults.push('an error without a message');
		const schema = theStandard().messages.get(method)?.schemas.errorData;
		if (data !== undefined && schema && schema.type !== 'null') {
			const shape = theStandard().shapeFault(method, 'errorData', data);
			if (shape) faults.push(shape);
		}
		return faults;
	}

	*#resultFaults({ method, params, since }: Pending, result: unknown): Iterable<string> {
		if (method === 'initialize' && !this.#server) {
			const { capabilities } = result as InitializeResult;
			this.#server = capabilities;
		}
		yield* answerFaults(method, this.#content(result, params, since));
		const asked = params as { readonly textDocument?: { readonly uri: string } } | undefined;
		// Without an agreement, and in all of our tests, characters are units of UTF-16.
		if ((this.#server?.positionEncoding ?? 'utf-16') === 'utf-16')
			yield* placeFaults(this.#documents, since, result, asked?.textDocument?.uri);
	}

	#content(value: unknown, asked: unknown, since: number): Content {
		return {
			value,
			asked,
			client: this.#client,
			server: this.#server ?? {},
			texts: (uri) => this.#documents.since(since, uri),
		};
	}
}
