import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import {
	createMessageConnection,
	type MessageConnection,
	StreamMessageReader,
	StreamMessageWriter,
	Trace,
	TraceFormat,
} from 'vscode-jsonrpc/node';
import { methodOnly, withoutValues } from '../../client/src/log/redact';

const secret = 'Ann Lee,Female,AUT';
const open = { textDocument: { uri: 'file:///d/students.csv', text: secret } };

describe('the trace', () => {
	const kept: readonly (readonly [string, string])[] = [
		[`Sending request 'textDocument/hover - (12)'.`, `Sending request 'textDocument/hover - (12)'.`],
		[
			`Sending notification 'textDocument/didOpen'.\nParams: ${JSON.stringify(open, null, 4)}`,
			`Sending notification 'textDocument/didOpen'.`,
		],
		[
			`Received request 'workspace/configuration - (3)'.\nParams: ${secret}`,
			`Received request 'workspace/configuration - (3)'.`,
		],
		[
			`Received response 'textDocument/hover - (12)' in 5ms.\nResult: ${secret}`,
			`Received response 'textDocument/hover - (12)' in 5ms.`,
		],
		[
			`Received response 'x - (12)' in 5ms. Request failed: no ${secret} (1) (-32603).\nError data: ${secret}`,
			`Received response 'x - (12)' in 5ms, failed (-32603).`,
		],
		[
			`Sending response 'workspace/configuration - (3)'. Processing request took 7ms. Request failed: ${secret} (-1).`,
			`Sending response 'workspace/configuration - (3)' in 7ms, failed (-1).`,
		],
		[
			`Received notification 'cleverDemographics/status'.\nNo parameters`,
			`Received notification 'cleverDemographics/status'.`,
		],
		[`Sending notification '$/cancelRequest'.`, `Sending notification '$/cancelRequest'.`],
		[`Received response 12 without active response promise.\nResult: ${secret}`, 'A message.'],
		[secret, 'A message.'],
		[`Sending request '${secret}'.`, 'A message.'],
		[`Sending request 'a - (${secret})'.`, 'A message.'],
		[`\n${secret}`, 'A message.'],
		['', 'A message.'],
	];
	for (const [message, rest] of kept) {
		it(`of ${JSON.stringify(message.slice(0, 50))} keeps ${JSON.stringify(rest)}`, () => {
			assert.equal(methodOnly(message), rest);
		});
	}

	it('keeps direction, method and id of its JSON format', () => {
		const json = (message: object): string =>
			JSON.stringify({ isLSPMessage: true, type: 'send-request', message, timestamp: 1 });
		assert.equal(
			methodOnly(json({ id: 4, method: 'textDocument/didOpen', params: open })),
			`send-request 'textDocument/didOpen' - (4).`,
		);
		assert.equal(methodOnly(json({ id: 4, result: secret })), 'send-request - (4).');
		assert.equal(methodOnly(json({ id: secret, method: secret })), 'send-request.');
		assert.equal(methodOnly(JSON.stringify({ type: secret })), 'A message.');
		assert.equal(methodOnly(JSON.stringify({})), 'A message.');
		assert.equal(methodOnly(`{ ${secret}`), 'A message.');
		assert.equal(methodOnly('{"message":null,"type":"send-request"}'), 'send-request.');
	});
});

describe('the output channel', () => {
	it('keeps the messages of the server and the client', () => {
		for (const line of [
			'Rule field/unknown-code failed and is turned off.',
			'A request failed: TypeError',
			'Server process exited with code 1.',
			"[Info] checked file:///d/students.csv: 3 errors in 1,200 rows, 14 ms, 'header/spelling' off",
			'Document pull failed for text document file:///d/students.csv',
			'',
		]) {
			assert.equal(withoutValues(line), line);
		}
	});

	it('drops the text of an error, and keeps its kind, code and frames', () => {
		const failed = [
			'Request textDocument/hover failed.',
			`  Message: Request textDocument/hover failed with message: ${secret}`,
			'  Code: -32603 ',
			secret,
			'    at Checker.run (/x/dist/server.js:1:200)',
			'    at async /x/dist/server.js:3:4',
			`    at ${secret}`,
		];
		assert.deepEqual(withoutValues(failed.join('\n')).split('\n'), [
			'Request textDocument/hover failed.',
			'  Code: -32603 ',
			'    at Checker.run (/x/dist/server.js:1:200)',
			'    at async /x/dist/server.js:3:4',
		]);
		for (const thrown of [
			`SyntaxError: Unexpected token 'A', ${secret} is not valid JSON`,
			`Uncaught RangeError: ${secret}`,
			`Error: ${secret}`,
			`TypeError [ERR_X]: ${secret}`,
			`Starting failed: Error: ${secret}`,
		]) {
			assert.doesNotMatch(withoutValues(thrown), /Ann|Female|AUT/);
			assert.match(withoutValues(thrown), /Error: …$/);
		}
	});

	it('masks quoted text, and lines that are not messages', () => {
		assert.equal(withoutValues('"Female" is not a code of Gender'), '"…" is not a code of Gender');
		assert.equal(withoutValues('got `Ann, and “Lee'), 'got "…"');
		assert.equal(withoutValues('open "Ann Lee'), 'open "…"');
		assert.equal(withoutValues('x'.repeat(401)), '…');
		assert.equal(withoutValues(`Failed.\r\n${secret}\r\n`), 'Failed.');
	});
});

/** The two ends of a connection between client and server. */
function connect(): [MessageConnection, MessageConnection] {
	const [there, back] = [new PassThrough(), new PassThrough()];
	const end = (from: PassThrough, to: PassThrough): MessageConnection =>
		createMessageConnection(new StreamMessageReader(from), new StreamMessageWriter(to));
	const ends: [MessageConnection, MessageConnection] = [end(back, there), end(there, back)];
	for (const each of ends) each.listen();
	return ends;
}

describe('what vscode-jsonrpc traces at verbose', () => {
	for (const traceFormat of [TraceFormat.Text, TraceFormat.JSON]) {
		it(`is logged without a value, as ${traceFormat}`, async () => {
			const [client, server] = connect();
			const raw: string[] = [];
			// In the format of vscode-languageclient: the data on a separate line, an object as JSON.
			const log = (message: unknown, data?: string): void => {
				const text = typeof message === 'string' ? message : JSON.stringify(message);
				raw.push(data ? `${text}\n${data}` : text);
			};
			await client.trace(Trace.Verbose, { log }, { traceFormat });
			server.onRequest('ask', () => ({ value: secret }));
			server.onRequest('fail', () => {
				throw new Error(secret);
			});
			client.onRequest('back', () => ({ value: secret }));
			await client.sendNotification('textDocument/didOpen', open);
			await client.sendRequest('ask', { value: secret });
			await assert.rejects(client.sendRequest('fail', { value: secret }));
			await server.sendRequest('back', { value: secret });
			for (const each of [client, server]) each.dispose();

			assert.ok(raw.join('\n').includes(secret), 'there was something to hide');
			const lines = raw.map(methodOnly);
			assert.doesNotMatch(lines.join('\n'), /Ann|Female|AUT/);
			for (const method of ['textDocument/didOpen', 'ask', 'fail', 'back']) {
				assert.ok(lines.join('\n').includes(`'${method}`), method);
			}
		});
	}
});
