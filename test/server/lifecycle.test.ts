/** What LSP allows before a server is initialized and after it is shut down. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-jsonrpc/node';
import { atEnd } from '../editor/host/cleanup';
import { bundle } from '../support/bundles';

// The codes are those of the specification: section "Base Protocol" and the requests `initialize` and `shutdown`.
const NOT_INITIALIZED = -32002;
const INVALID_REQUEST = -32600;
const INVALID_PARAMS = -32602;

const uri = 'file:///district/students.csv';
const textDocument = { uri, languageId: 'csv', version: 1, text: 'Student_id,Gender\n1,Female\n' };
const initialize = { processId: null, rootUri: null, capabilities: {} };
const frame = (message: object): string => {
	const body = JSON.stringify({ jsonrpc: '2.0', ...message });
	return `Content-Length: ${body.length}\r\n\r\n${body}`;
};
const hover = { textDocument: { uri }, position: { line: 1, character: 3 } };

describe('a server over stdio', () => {
	let server: ChildProcess;
	let exited: Promise<unknown[]>;
	let connection: ReturnType<typeof createMessageConnection>;
	const ask = <T>(method: string, params: object | null = null): Promise<T> =>
		connection.sendRequest<T>(method, params);
	const tell = (method: string, params: object | null = null): Promise<void> =>
		connection.sendNotification(method, params);
	const refuses = (method: string, params: object | null, code: number): Promise<void> =>
		assert.rejects(ask(method, params), { code }, method);

	beforeEach(async () => {
		const started = spawn(process.execPath, [await bundle('server.js'), '--stdio'], { stdio: 'pipe' });
		server = started;
		started.once(
			'exit',
			atEnd(() => started.kill('SIGKILL')),
		);
		exited = once(server, 'exit');
		assert.ok(server.stdin && server.stdout);
		connection = createMessageConnection(
			new StreamMessageReader(server.stdout),
			new StreamMessageWriter(server.stdin),
		);
		connection.listen();
	});
	afterEach(() => {
		connection.dispose();
		server.kill();
	});

	it('refuses every request and drops every notification before it is initialized', async () => {
		const published: unknown[] = [];
		connection.onNotification('textDocument/publishDiagnostics', (params) => void published.push(params));
		await refuses('textDocument/hover', hover, NOT_INITIALIZED);
		await refuses('cleverDemographics/report', { uri }, NOT_INITIALIZED);
		await refuses('no/suchMethod', {}, NOT_INITIALIZED);
		await refuses('shutdown', null, NOT_INITIALIZED);
		await tell('textDocument/didOpen', { textDocument });
		await ask('initialize', initialize);
		await tell('initialized', {});
		assert.equal(await ask('textDocument/hover', hover), null, 'the document is not open');
		assert.deepEqual(published, []);
		await tell('textDocument/didOpen', { textDocument });
		assert.match(JSON.stringify(await ask('textDocument/hover', hover)), /Gender/);
	});

	it('refuses to be initialized without capabilities or with a root that is no URI, and a second time', async () => {
		await refuses('initialize', { processId: null, rootUri: null }, INVALID_PARAMS);
		await refuses('initialize', { ...initialize, rootUri: 5 }, INVALID_PARAMS);
		await refuses('textDocument/hover', hover, NOT_INITIALIZED);
		await ask('initialize', initialize);
		await refuses('initialize', initialize, INVALID_REQUEST);
		assert.equal(await ask('textDocument/hover', hover), null);
	});

	it('refuses every request after it is shut down', async () => {
		await ask('initialize', initialize);
		await tell('textDocument/didOpen', { textDocument });
		assert.equal(await ask('shutdown'), null);
		await refuses('textDocument/hover', hover, INVALID_REQUEST);
		await refuses('cleverDemographics/report', { uri }, INVALID_REQUEST);
		await refuses('no/suchMethod', {}, INVALID_REQUEST);
		await refuses('initialize', initialize, INVALID_REQUEST);
		await refuses('shutdown', null, INVALID_REQUEST);
		await tell('exit');
		assert.deepEqual(await exited, [0, null]);
	});

	it('answers shutdown before it ends, where exit comes with it', async () => {
		await ask('initialize', initialize);
		let printed = '';
		server.stdout?.on('data', (data) => {
			printed += data;
		});
		const closed = once(server, 'close');
		server.stdin?.write(frame({ id: 'last', method: 'shutdown' }) + frame({ method: 'exit' }));
		assert.deepEqual(await closed, [0, null]);
		assert.match(printed, /"id":"last","result":null/);
	});

	it('refuses a request whose method is no name', async () => {
		await ask('initialize', initialize);
		let printed = '';
		const answered = new Promise<void>((resolve) =>
			server.stdout?.on('data', (data) => {
				printed += data;
				if (printed.includes('"id":"odd"')) resolve();
			}),
		);
		server.stdin?.write(frame({ id: 'odd', method: 7 }));
		await answered;
		assert.match(printed, new RegExp(`"code":${INVALID_REQUEST}`));
	});

	it('ends with 1 at an exit without a shutdown, initialized or not', async () => {
		await tell('exit');
		assert.deepEqual(await exited, [1, null]);
	});

	it('ends with 1 at an exit without a shutdown, in the middle of its work', async () => {
		await ask('initialize', initialize);
		await tell('textDocument/didOpen', { textDocument });
		await tell('exit');
		assert.deepEqual(await exited, [1, null]);
	});

	it('knows no method of its own for what it refuses', async () => {
		await ask('initialize', initialize);
		await refuses('$/refused', { code: 1, message: 'x' }, -32601);
	});
});
