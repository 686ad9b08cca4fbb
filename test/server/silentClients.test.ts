/** Clients that owe an answer, or give one without content: what a person cancels ends, and what waits goes on. */
import assert from 'node:assert/strict';
import { CancellationTokenSource, type ClientCapabilities, LSPErrorCodes } from 'vscode-languageserver';
import * as protocol from '../../server/src/protocol';
import { Client } from './client';

const uri = 'file:///district/students.csv';
const text = 'Student_id,Gender\n1,Female\n';
const textDocument = { uri };
const file = { uri, version: 1 };
const fixAll = { command: 'cleverDemographics.server.fixAll', arguments: [uri] };
const edits: ClientCapabilities = { workspace: { applyEdit: true } };
const never = (): Promise<never> => new Promise(() => {});

/** Asks, cancels once the server waits for an answer to `awaited`, and expects the request to end. */
async function cancels(client: Client, method: string, params: object, awaited: string): Promise<void> {
	const cancel = new CancellationTokenSource();
	const answer = client.connection.sendRequest(method, params, cancel.token);
	await client.until((received) => (received.method === awaited ? true : undefined));
	cancel.cancel();
	await assert.rejects(answer, { code: LSPErrorCodes.RequestCancelled }, method);
}

/** Answers the first requests of the server without a result and without an error. */
function answerNothing({ server }: Client): void {
	for (const id of [0, 1, 2, 3, 4]) {
		const body = JSON.stringify({ jsonrpc: '2.0', id });
		server.stdin?.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
	}
}

describe('a client that owes an answer', () => {
	it('about its settings can cancel whatever waits for them', async () => {
		const capabilities = { workspace: { ...edits.workspace, configuration: true } };
		const client = await Client.start({ capabilities, configuration: never });
		client.open(uri, text);
		for (const [method, params] of [
			['textDocument/codeLens', { textDocument }],
			['textDocument/hover', { textDocument, position: { line: 1, character: 3 } }],
			['textDocument/diagnostic', { textDocument }],
			['workspace/symbol', { query: '1' }],
			['workspace/executeCommand', fixAll],
			[protocol.reportRequest, { uri }],
			[protocol.problemGroupsRequest, { uri }],
			[protocol.columnCountsRequest, { file, workDoneToken: 'counts' }],
			[protocol.gridLayoutRequest, { uri }],
		] as const)
			await cancels(client, method, params, 'workspace/configuration');
		await client.stop();
	});

	it('about an edit can cancel the command that sent it', async () => {
		const client = await Client.start({ capabilities: edits, answerEdit: never });
		client.open(uri, text);
		await cancels(client, 'workspace/executeCommand', fixAll, 'workspace/applyEdit');
		await client.stop();
	});
});

describe('an answer without result and error', () => {
	it('to a question for settings means the defaults', async () => {
		const capabilities = { ...edits, workspace: { configuration: true } };
		const client = await Client.start({ capabilities, configuration: never });
		client.open(uri, text);
		await client.until(({ method }) => (method === 'workspace/configuration' ? true : undefined));
		answerNothing(client);
		assert.ok((await client.published(uri, undefined)).length > 0);
		await client.stop();
	});

	it('to an edit means that it was applied', async () => {
		const client = await Client.start({ capabilities: edits, answerEdit: never });
		client.open(uri, text);
		const answer = client.request('workspace/executeCommand', fixAll);
		await client.until(({ method }) => (method === 'workspace/applyEdit' ? true : undefined));
		answerNothing(client);
		assert.equal(await answer, null);
		await client.stop();
	});
});

describe('a command whose edit the client refuses', () => {
	it('fails with a reason of ours', async () => {
		const answerEdit = (): Promise<never> => Promise.reject(new Error('Reyes, Ana'));
		const client = await Client.start({ capabilities: edits, answerEdit });
		client.open(uri, text);
		const message = 'The editor did not apply the change.';
		await assert.rejects(client.request('workspace/executeCommand', fixAll), { code: -32803, message });
		await client.stop();
	});

	it('is told so without a link, whatever the file is called', async () => {
		const client = await Client.start({ capabilities: edits });
		const odd = { ...fixAll, arguments: ['file:///x/Nunez%20[x](http:evil)'] };
		await assert.rejects(client.request('workspace/executeCommand', odd), ({ code, message }) => {
			assert.equal(code, -32803);
			assert.match(message, /Nunez/);
			assert.doesNotMatch(message, /\]\(/);
			return true;
		});
		await client.stop();
	});
});
