import type { MessageStrategy, NotificationMessage, RequestMessage } from 'vscode-languageserver';
import { documentFactsNotification, foundFilesNotification } from '../protocol';

/** Whether a value from a client has the form that its handler takes for granted. */
type Form = (value: unknown) => boolean;

const string: Form = (value) => typeof value === 'string';
const number: Form = (value) => typeof value === 'number';
const anything: Form = () => true;

function record(members: Readonly<Record<string, Form>>): Form {
	const entries = Object.entries(members);
	return (value) => isRecord(value) && entries.every(([name, form]) => form(value[name]));
}

function listOf(form: Form): Form {
	return (value) => Array.isArray(value) && value.every(form);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const uris = listOf(record({ uri: string }));
const ofDocument = record({ textDocument: record({ uri: string }) });

/**
 * The notifications whose handlers keep what they get, with the form of their parameters: what is kept in a wrong form
 * would fail again and again, and where nobody waits for it. Places in a text may be anything.
 */
const notifications: ReadonlyMap<string, Form> = new Map([
	['textDocument/didOpen', record({ textDocument: record({ uri: string, text: string }) })],
	[
		'textDocument/didChange',
		record({
			textDocument: record({ uri: string, version: number }),
			contentChanges: listOf(record({ text: string })),
		}),
	],
	['textDocument/didClose', ofDocument],
	['textDocument/didSave', ofDocument],
	['textDocument/willSave', ofDocument],
	['workspace/didChangeConfiguration', record({ settings: anything })],
	['workspace/didChangeWatchedFiles', record({ changes: uris })],
	['workspace/didChangeWorkspaceFolders', record({ event: record({ added: uris, removed: uris }) })],
	[documentFactsNotification, record({ uri: string })],
	[foundFilesNotification, record({ uris: listOf(string) })],
	['$/setTrace', record({ value: anything })],
]);

/**
 * Passes on the messages of a client whose form its handlers can rely on; all others are logged by their method, as
 * their content may be a value of a file. A request is always passed on: its handler answers neutrally where it can.
 */
export const soundMessages: MessageStrategy = {
	handleMessage(message, next) {
		if (isRequest(message))
			return next({ ...message, params: soundParams(message.params) } as RequestMessage);
		if (isNotification(message) ? isSound(message) : isResponse(message)) return next(message);
		const method =
			isNotification(message) && notifications.has(message.method) ? message.method : 'A message';
		console.error(`${method} was ignored: it does not have the form that LSP gives it.`);
	},
};

function isSound({ method, params }: NotificationMessage): boolean {
	return notifications.get(method)?.(params) ?? true;
}

/** Parameters that can be taken apart: a document without a URI is one that is not open. */
function soundParams(params: unknown): unknown {
	if (params === undefined) return undefined;
	if (!isRecord(params)) return {};
	const { textDocument } = params;
	const isDocument = isRecord(textDocument) && string(textDocument.uri);
	return textDocument === undefined || isDocument ? params : { ...params, textDocument: { uri: '' } };
}

function isRequest(message: unknown): message is RequestMessage {
	return isRecord(message) && string(message.method) && (string(message.id) || number(message.id));
}

function isNotification(message: unknown): message is NotificationMessage {
	return isRecord(message) && string(message.method) && message.id === undefined;
}

/** A response to no request is none: its error would be logged as it is. */
function isResponse(message: unknown): boolean {
	if (!isRecord(message) || message.method !== undefined) return false;
	const { id, result, error } = message;
	return (string(id) || number(id)) && (result !== undefined || isRecord(error));
}
