/** What a broken client may send: the server lives, answers each request, logs no value, and serves the next file. */
import assert from 'node:assert/strict';
import { fixGroupRequest, foundFilesNotification, problemGroupsRequest } from '../../server/src/protocol';
import { MARK, type Sent } from '../fuzz/server/messages';
import { server } from '../fuzz/targets/server';
import { Client } from './client';

const uri = 'file:///district/students_ext.csv';
const virtual = 'vscode-vfs://github/students_ext.csv';
const languageId = 'clever-students-ext';
const text = `sis_id,ext.title_i\n${MARK},no\n`;

function notify(method: string, ...allParams: readonly unknown[]): readonly Sent[] {
	return allParams.map((params) => ({ kind: 'notification', method, params }));
}

function ask(method: string, ...allParams: readonly unknown[]): readonly Sent[] {
	return allParams.map((params) => ({ kind: 'request', method, params, isCanceled: false }));
}

function frames(...bodies: readonly string[]): readonly Sent[] {
	return bodies.map((body) => ({ kind: 'bytes', bytes: `Content-Length: ${body.length}\r\n\r\n${body}` }));
}

const oddUris = [
	'file://server/share/students_ext.csv',
	'file:///a%2Fb/students_ext.csv',
	'file:///a%00b/students_ext.csv',
	'students_ext.csv',
	'file:',
	'vscode-vfs:',
	'',
	`file:///${'a'.repeat(5000)}/students_ext.csv`,
];

const open = (members: object): unknown => ({ textDocument: { languageId, version: 1, text, ...members } });
const opened = notify('textDocument/didOpen', open({ uri }));
const pull = ask('textDocument/diagnostic', { textDocument: { uri } });
const hover = { textDocument: { uri }, position: { line: 0, character: 1 } };

const kinds: Readonly<Record<string, readonly Sent[]>> = {
	'opens a document without a URI': notify(
		'textDocument/didOpen',
		open({}),
		open({ uri: null }),
		open({ uri: 5 }),
		open({ uri: { MARK } }),
		{},
		{ textDocument: null },
		null,
	),
	'opens a document without a text': notify(
		'textDocument/didOpen',
		open({ uri, text: undefined }),
		open({ uri, text: null }),
		open({ uri, text: [MARK] }),
	),
	'opens twice, closes twice, and changes what is not open': [
		...notify('textDocument/didChange', {
			textDocument: { uri, version: 2 },
			contentChanges: [{ text: MARK }],
		}),
		...notify('textDocument/didClose', { textDocument: { uri } }),
		...opened,
		...opened,
		...notify('textDocument/didClose', { textDocument: { uri } }, { textDocument: { uri } }),
		...ask('textDocument/hover', hover),
	],
	'changes a document by something that is no list of changes': [
		...opened,
		...[undefined, null, MARK, { length: 1 }, [null], [MARK], [{}], [{ text: 5 }]].flatMap((contentChanges) =>
			notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges }),
		),
		...notify(
			'textDocument/didChange',
			{ textDocument: { uri }, contentChanges: [{ text: MARK }] },
			null,
			{},
		),
		...pull,
	],
	'closes and saves nothing': [
		...notify('textDocument/didClose', null, {}, { textDocument: {} }, { textDocument: { uri: [MARK] } }),
		...notify('textDocument/didSave', null, {}, { textDocument: null }),
		...notify('textDocument/willSave', null, MARK),
	],
	'changes the settings, files and folders to something else': [
		...notify('workspace/didChangeConfiguration', undefined, null, MARK, [MARK]),
		...notify('workspace/didChangeWatchedFiles', null, {}, { changes: MARK }, { changes: [null, {}] }),
		...notify('workspace/didChangeWorkspaceFolders', null, {}, { event: null }, { event: { added: [null] } }),
		...notify(foundFilesNotification, null, {}, { uris: MARK }, { uris: [null, 5] }),
		...notify('cleverDemographics/documentFacts', null, {}, { uri: null, encoding: MARK }),
		...notify('$/setTrace', null, MARK),
		...pull,
	],
	'sends no message of JSON-RPC': frames(
		...['null', '1', '[]', '{}', `"${MARK}"`, `{"${MARK}`, `{"jsonrpc":"2.0","method":5,"params":"${MARK}"}`],
		`{"jsonrpc":"2.0","id":{},"method":"textDocument/hover","params":"${MARK}"}`,
		`{"jsonrpc":"2.0","id":null,"method":"textDocument/hover","params":"${MARK}"}`,
	),
	'answers what nobody has asked': frames(
		`{"jsonrpc":"2.0","id":null,"error":{"code":1,"message":"${MARK}"}}`,
		`{"jsonrpc":"2.0","id":null,"result":"${MARK}"}`,
		`{"jsonrpc":"2.0","id":99999,"result":"${MARK}"}`,
		`{"jsonrpc":"2.0","id":0,"error":"${MARK}"}`,
	),
	'cancels everything, and nothing': [
		...opened,
		...notify('$/cancelRequest', undefined, null, {}, { id: null }, { id: {} }, { id: MARK }),
		...Array.from({ length: 500 }, (): Sent => {
			return { kind: 'request', method: 'textDocument/hover', params: hover, isCanceled: true };
		}),
	],
	'asks about nothing': [
		'textDocument/hover',
		'textDocument/codeAction',
		'textDocument/diagnostic',
		'workspace/diagnostic',
		'workspace/symbol',
		'codeAction/resolve',
		'cleverDemographics/replace',
		'cleverDemographics/report',
		'cleverDemographics/recheck',
		'cleverDemographics/students',
		problemGroupsRequest,
		fixGroupRequest,
		'initialize',
	].flatMap((method) =>
		ask(method, undefined, null, MARK, [], [MARK], {}, { textDocument: { uri: [MARK] } }),
	),
};

describe('a server whose client', () => {
	after(() => server.stop?.());

	for (const [kind, sent] of Object.entries(kinds)) {
		it(`${kind} still serves`, async () => server.check({ sent, answer: null }));
	}

	it('opens files with URIs that lead nowhere checks them, and answers about them', async () => {
		const client = await Client.start();
		for (const odd of oddUris) {
			client.open(odd, `sis_id,ext.title_i\n1,no\n`, languageId);
			const found = await client.published(odd, 1);
			assert.ok(
				found.some(({ code }) => code === 'field/code-spelling' || code === 'field/unknown-code'),
				odd,
			);
			assert.ok(await client.at('hover', odd, { line: 0, character: 8 }), odd);
		}
		for (const odd of oddUris) client.close(odd);
		await client.stop();
		assert.equal(client.logged, '[]');
	});

	it('answers a request with any value still serves, and tells no value', async () => {
		const sent = [
			...notify('textDocument/didOpen', open({ uri: virtual })),
			...notify(foundFilesNotification, { uris: [virtual.replace('_ext', ''), virtual] }),
			...ask('textDocument/diagnostic', { textDocument: { uri: virtual } }),
		];
		for (const answer of [MARK, 5, [], [MARK], {}, { text: 5 }, { problem: [MARK] }, true]) {
			await server.check({ sent, answer });
		}
	});
});
