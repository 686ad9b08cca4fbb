import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import {
	AbstractMessageReader,
	AbstractMessageWriter,
	createMessageConnection,
	type DataCallback,
	type Disposable,
	Emitter,
	type Message,
} from 'vscode-jsonrpc/node';
import type { Hover, InitializeResult, PublishDiagnosticsParams } from 'vscode-languageserver';
import {
	importConvertRequest,
	importOpenRequest,
	importPlanRequest,
	type OpenedImport,
} from '../../server/src/protocol';
import { bundle } from '../support/bundles';
import { watch } from './standard/watch';

/** Gives a worker thread the globals of a Web Worker that a server may rely on, and removes the others. */
const SHIM = `
const { parentPort, workerData } = require('node:worker_threads');
const handlers = [];
const self = {
	onmessage: null,
	postMessage: (message) => parentPort.postMessage(message),
	addEventListener: (type, handler) => { if (type === 'message') handlers.push(handler); },
	setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance, console, TextEncoder, TextDecoder, URL,
};
self.self = self.globalThis = self;
parentPort.on('message', (data) => {
	self.onmessage?.({ data });
	for (const handler of handlers) handler({ data });
});
const names = Object.keys(self);
const node = ['process', 'Buffer', 'require', 'module', 'exports', 'global', 'setImmediate', '__dirname', '__filename'];
new Function(...names, ...node, workerData)(...names.map((name) => self[name]), ...node.map(() => undefined));
`;

class Reader extends AbstractMessageReader {
	readonly #messages = new Emitter<Message>();
	constructor(worker: Worker) {
		super();
		worker.on('message', (message) => this.#messages.fire(message));
	}
	listen(callback: DataCallback): Disposable {
		return this.#messages.event(callback);
	}
}

class Writer extends AbstractMessageWriter {
	constructor(private readonly worker: Worker) {
		super();
	}
	async write(message: Message): Promise<void> {
		this.worker.postMessage(message);
	}
	end(): void {}
}

describe('the server in a Web Worker', () => {
	it('runs without Node and checks a file', async () => {
		const code = await readFile(await bundle('server.web.js'), 'utf8');
		const worker = new Worker(SHIM, { eval: true, workerData: code });
		try {
			const failed = new Promise<never>((_, reject) => worker.once('error', reject));
			await Promise.race([failed, talk(worker)]);
		} finally {
			await worker.terminate();
		}
	});
});

async function talk(worker: Worker): Promise<void> {
	const reader = new Reader(worker);
	const writer = new Writer(worker);
	const faults = watch(reader, writer);
	const connection = createMessageConnection(reader, writer);
	const published = new Promise<PublishDiagnosticsParams>((resolve) => {
		connection.onNotification('textDocument/publishDiagnostics', resolve);
	});
	connection.listen();
	const { capabilities } = await connection.sendRequest<InitializeResult>('initialize', {
		processId: null,
		rootUri: null,
		capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } },
	});
	assert.equal(capabilities.hoverProvider, true);
	await connection.sendNotification('initialized', {});
	const uri = 'vscode-test-web://mount/students.csv';
	const text = 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Female\n';
	await connection.sendNotification('textDocument/didOpen', {
		textDocument: { uri, languageId: 'clever-students', version: 1, text },
	});
	const { diagnostics, version } = await published;
	assert.equal(version, 1);
	assert.deepEqual(
		diagnostics.map(({ code }) => code),
		['field/unknown-code'],
	);
	const hover = await connection.sendRequest<Hover>('textDocument/hover', {
		textDocument: { uri },
		position: { line: 1, character: 16 },
	});
	assert.match(JSON.stringify(hover), /Gender/);
	const template = await connection.sendRequest('cleverDemographics/template', { text });
	assert.match(JSON.stringify(template), /sis_id,.*\\n1,/, 'csv-parse runs here too');
	const bytes = Buffer.from('\ufeffStudent ID;Sex;Note\r\n1;Female;\u2019\r\n', 'utf16le').toString('base64');
	const open = async (id: string, data: string): Promise<readonly (readonly string[])[]> => {
		const params = { id, name: 'export.csv', bytes: data, decisions: {}, mappings: [] };
		const { view } = await connection.sendRequest<OpenedImport>(importOpenRequest, params);
		return view.columns.map(({ samples }) => samples);
	};
	assert.deepEqual(await open('a', bytes), [['1'], ['Female'], ['\u2019']], 'decoding runs here too');
	assert.deepEqual(await open('b', btoa('Student ID,Last Name\n1,O\x92Neil\n')), [['1'], ['O\u2019Neil']]);
	const planned = await connection.sendRequest(importPlanRequest, { id: 'a', decisions: {} });
	assert.match(
		JSON.stringify(planned),
		/"preview":\[\{/,
		'and so do the plan and the check of the first rows',
	);
	const converted = await connection.sendRequest(importConvertRequest, { id: 'a', decisions: {} });
	assert.match(
		JSON.stringify(converted),
		/Student_id,Gender.*1,F/,
		'and so do the mapping and the conversion',
	);
	connection.dispose();
	faults.assertNone();
}
