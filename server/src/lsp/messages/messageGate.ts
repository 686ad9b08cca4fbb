import {
	type ConnectionOptions,
	ErrorCodes,
	type Message,
	type MessageStrategy,
	type NotificationMessage,
	type RequestMessage,
	ResponseError,
	type ResponseMessage,
} from 'vscode-languageserver';
import { type Form, isRecord, number, optional, record, string } from '../../messageForms';
import { canceled } from '../requestErrors';
import { progressTokenForm } from './forms';
import { ownNotifications, ownRequests } from './ownForms';
import { standardNotifications, standardRequests } from './standardForms';

const requests: ReadonlyMap<string, Form> = new Map(Object.entries({ ...standardRequests, ...ownRequests }));
const notifications: ReadonlyMap<string, Form> = new Map(
	Object.entries({ ...standardNotifications, ...ownNotifications }),
);
/** What any request may have besides: a token that is no token cannot be reported to. */
const withToken = record({ workDoneToken: optional(progressTokenForm) });

/**
 * The method under which a request that is refused gets to its handler, as only a handler can fail it. To clients there
 * is no such method.
 */
const refusedMethod = '$/refused';

/** How long the answer to `shutdown` may take once `exit` has arrived, in ms. */
const GRACE = 1000;

/** What the library's gate gives. */
type NotificationResult = ReturnType<MessageStrategy['handleMessage']>;

/** A message with an id, which is a request or a response. */
interface WithId extends Message {
	readonly id: string | number;
}

/** The error that a request is refused with. */
interface RefusedParams {
	readonly code: number;
	/** For a log. */
	readonly reason: string;
}

/**
 * How a connection takes messages: it passes on those that the state of the server allows and whose form its handlers
 * can rely on. Other requests are refused with the error that LSP has for it; other notifications are logged by their
 * method, as their content may be a value of a file. A request that is canceled before its turn is not begun.
 */
export function messageGate(): ConnectionOptions {
	let shutDown: NotificationResult;
	let state: 'new' | 'serving' | 'shut down' = 'new';

	/** Why a request is not answered; undefined if it is. */
	function refusal({ method, params }: RequestMessage): RefusedParams | undefined {
		if (state === 'shut down') return invalid('The server is shut down.');
		if (method === 'initialize' && state === 'serving') return invalid('The server is initialized already.');
		if (method !== 'initialize' && state === 'new')
			return { code: ErrorCodes.ServerNotInitialized, reason: 'The server is not initialized yet.' };
		if (method === refusedMethod) return { code: ErrorCodes.MethodNotFound, reason: 'No such method.' };
		const form = requests.get(method);
		if (!form || (form(params) && withToken(params))) return undefined;
		const reason = `The parameters of ${method} do not have the form that the protocol gives them.`;
		return { code: ErrorCodes.InvalidParams, reason };
	}

	return {
		connectionStrategy: {
			cancelUndispatched: (message) =>
				isRequest(message) ? { jsonrpc: '2.0', id: message.id, error: canceled().toJson() } : undefined,
		},
		messageStrategy: {
			handleMessage(message, next) {
				if (hasId(message) && 'method' in message) {
					const params = isRequest(message) ? refusal(message) : invalid('The request has no method.');
					if (params) return next({ ...message, method: refusedMethod, params } as RequestMessage);
					if (message.method === 'initialize') state = 'serving';
					if (message.method !== 'shutdown') return next(message);
					state = 'shut down';
					shutDown = next(message);
					return shutDown;
				}
				if (hasId(message)) return next(response(message));
				if (!isNotification(message) || !isSound(message)) {
					const known = isNotification(message) && notifications.has(message.method);
					const method = known ? message.method : 'A message';
					console.error(`${method} was ignored: it does not have the form that LSP gives it.`);
					return undefined;
				}
				// The process ends in the handler of `exit`, and may have answers to write until then.
				if (message.method === 'exit' && shutDown) return withinGrace(shutDown).then(() => next(message));
				return state === 'serving' || isAlwaysTaken(message) ? next(message) : undefined;
			},
		},
	};
}

/** Waits until `shutdown` is answered, and no longer than a client can be expected to wait for the end. */
async function withinGrace(answered: NotificationResult): Promise<void> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const grace = new Promise<void>((resolve) => {
		timer = setTimeout(resolve, GRACE);
	});
	await Promise.race([answered, grace]).catch(() => {});
	clearTimeout(timer);
}

/** Fails the requests that the gate of a connection refuses. */
export function answerRefused(connection: {
	onRequest(method: string, handler: (params: RefusedParams) => ResponseError<void>): unknown;
}): void {
	connection.onRequest(refusedMethod, ({ code, reason }) => new ResponseError(code, reason));
}

function invalid(reason: string): RefusedParams {
	return { code: ErrorCodes.InvalidRequest, reason };
}

/** Whether a notification counts in any state. */
function isAlwaysTaken({ method }: NotificationMessage): boolean {
	return method === 'exit' || method === '$/cancelRequest';
}

function isSound({ method, params }: NotificationMessage): boolean {
	return notifications.get(method)?.(params) ?? true;
}

function isRequest(message: unknown): message is RequestMessage {
	return hasId(message) && 'method' in message && string(message.method);
}

function isNotification(message: unknown): message is NotificationMessage {
	return isRecord(message) && string(message.method) && message.id === undefined;
}

/** A response to no request has no id: its error would be logged as it is. */
function hasId(message: unknown): message is WithId {
	return isRecord(message) && (string(message.id) || number(message.id));
}

/** A response with a result or an error. The library drops one with neither, and what waits for it would wait for ever. */
function response({ jsonrpc, id, ...rest }: WithId): ResponseMessage {
	const { result, error }: { readonly result?: unknown; readonly error?: unknown } = rest;
	if (isRecord(error)) return { jsonrpc, id, error: error as unknown as ResponseMessage['error'] & object };
	if (result !== undefined) return { jsonrpc, id, result: result as ResponseMessage['result'] & object };
	if (error === undefined || error === null) return { jsonrpc, id, result: null };
	return { jsonrpc, id, error: { code: ErrorCodes.InternalError, message: 'The error has no form.' } };
}
