/** What a broken client may send: the server lives, answers each request, logs no value, and serves the next file. */
import assert from 'node:assert/strict';
import * as protocol from '../../server/src/protocol';
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

/** The requests of LSP whose parameters have members that cannot be missing. */
const standard: readonly string[] = [
	'textDocument/hover',
	'textDocument/completion',
	'textDocument/codeAction',
	'codeAction/resolve',
	'textDocument/codeLens',
	'textDocument/inlayHint',
	'textDocument/semanticTokens/range',
	'textDocument/definition',
	'textDocument/references',
	'textDocument/documentHighlight',
	'textDocument/documentSymbol',
	'textDocument/selectionRange',
	'textDocument/prepareRename',
	'textDocument/rename',
	'textDocument/diagnostic',
	'workspace/diagnostic',
	'workspace/symbol',
];

const file = { uri, version: 1 };
const ranges = [{ first: 0, last: 0, columns: [0] }];
const filter = {
	problems: { rule: 'x', column: 1, message: 'x' },
	changed: { column: 1, from: 'x' },
	values: [{ column: 1, values: ['x'] }],
	text: 'x',
};
const view = { id: 'v', filter, sort: { column: 1, descending: true } };
const block = { text: 'x', row: 0, columns: [0], selected: ranges };
const target = { from: 1, column: 'ext.title_i', file: 'students_ext.csv', codes: { x: 'Yes', y: null } };
const bytes = 'eCx5Cg==';
const columns = { Gender: 'Sex', Race: ['A', 'B'], Hispanic_Latino: null };
const codes = { Gender: { x: 'F', y: null } };
const format = { encoding: 'utf-8', delimiter: ';', header: true, headerRow: 1, sheet: 'x' };
const flags = { Race: { A: 'B' } };
const decisions = { ...format, columns, codes, flags, codeTables: { Race: 'x' }, files: ['students.csv'] };

/** Requests of ours as `protocol` declares them, with every member that has members or is a number. */
const nested: readonly (readonly [string, object])[] = [
	[protocol.removeRowsRequest, { file, rows: [2] }],
	[protocol.columnValuesRequest, { file, at: 1 }],
	[protocol.columnValuesRequest, { file, at: { line: 1, character: 1 } }],
	[protocol.replaceRequest, { file, column: 1, value: 'no', by: 'No', row: 2 }],
	[
		protocol.fillByRuleRequest,
		{
			extension: file,
			preview: true,
			rule: {
				when: { column: 'sis_id', is: ['1'] },
				set: { column: 'ext.title_i', code: 'Yes' },
				onlyWhereEmpty: true,
			},
		},
	],
	[protocol.openListRequest, { extension: file, list: 1, name: 'x.csv', bytes }],
	[protocol.listValuesRequest, { extension: file, list: 1, target }],
	[
		protocol.fillFromListRequest,
		{
			extension: file,
			list: 1,
			preview: true,
			choice: { ids: { column: 0, key: 'x' }, mindZeros: true, targets: [target], onlyWhereEmpty: true },
		},
	],
	[protocol.closeListRequest, { list: 1 }],
	[protocol.gridRowsRequest, { uri, view, first: 0, count: 1, columns: [0] }],
	[protocol.gridCellRequest, { uri, record: 1, column: 1 }],
	[protocol.gridRangeRequest, { uri, record: 1, column: 1 }],
	[protocol.gridFindRequest, { uri, view, record: 1 }],
	[protocol.gridNextProblemRequest, { uri, view, row: -1, column: 1, backward: true }],
	[protocol.gridMarksRequest, { uri, view, parts: 3 }],
	[protocol.gridCodesRequest, { uri, column: 1 }],
	[protocol.gridPlanPasteRequest, { file, view, ...block }],
	[protocol.gridRowNamesRequest, { file, view, ranges }],
	[protocol.gridCopyRequest, { file, view, ranges }],
	...[
		{ type: 'fill', ranges, value: 'x' },
		{ type: 'fillDown', ranges },
		{ type: 'restore', record: 1, column: 1, all: false },
		{ type: 'paste', byId: false, ...block },
		{ type: 'insertRows', record: 1, count: 1, below: true },
		{ type: 'deleteRows', ranges },
	].map((action) => [protocol.gridEditRequest, { file, view, order: 0, action }] as const),
	[protocol.changesRequest, { uri, most: { added: 1, gone: 1, zerosChanged: 1, moved: 1 } }],
	[protocol.arrivedRequest, { id: 'a', uri, name: 'x.csv', bytes, columns: { Gender: 'Sex' } }],
	...[
		{ kind: 'unknown' },
		{ kind: 'category', element: 'x', outcome: 'missing', pair: { ours: 'x', theirs: 'y' } },
	].map((group) => [protocol.arrivedStudentsRequest, { id: 'a', group, first: 0, count: 1 }] as const),
	[protocol.returnedOpenRequest, { uri, name: 'x.csv', bytes, columns: { id: 'x', message: null } }],
	[protocol.reencodeRequest, { bytes }],
	[
		protocol.importOpenRequest,
		{
			id: 'i',
			name: 'x.csv',
			bytes,
			users: bytes,
			roster: bytes,
			decisions,
			format,
			mappings: [{ name: 'x', text: 'x' }],
		},
	],
	[protocol.importPlanRequest, { id: 'i', decisions }],
	[protocol.importConvertRequest, { id: 'i', decisions, roster: bytes }],
];

/** What a value becomes in turn to lose its form, wherever it is: nothing for a value that has no other form. */
function* broken(value: unknown, name = ''): Generator<unknown> {
	if (name === 'version') return;
	if (typeof value === 'number') yield* [0.5, -2, '1', null];
	else if (value === bytes) yield* ['__proto__', 'eA=x', 'x', 'e===', 5];
	else if (Array.isArray(value)) {
		yield* [{}, 5];
		for (const item of value) for (const other of broken(item)) yield [other];
	} else if (typeof value === 'object' && value !== null) {
		yield* [[], MARK];
		for (const [member, of] of Object.entries(value))
			for (const other of broken(of, member)) yield { ...value, [member]: other };
	} else yield { MARK };
}

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
		...notify('$/progress', null, MARK, {}, { token: { MARK } }),
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

	it('sends parameters of another form is told so, for every request of ours and of LSP', async () => {
		const client = await Client.start({ malformed: 'all' });
		const own = Object.entries(protocol).flatMap(([name, method]) =>
			name.endsWith('Request') && method !== protocol.readFileRequest ? [String(method)] : [],
		);
		assert.ok(own.length > 40);
		for (const method of [...own, ...standard]) {
			const odd = { uri: [MARK], id: 5, file: MARK, roster: MARK, textDocument: { uri: 5 } };
			await assert.rejects(client.request(method, odd), { code: -32602 }, method);
			// To fill no file is sound, though there is nothing to do.
			if (method === protocol.fillColumnsRequest) continue;
			await assert.rejects(client.request(method, {}), { code: -32602 }, method);
		}
		const position = { line: 0, character: 0 };
		const about = { textDocument: { uri }, position, workDoneToken: [MARK] };
		await assert.rejects(client.request('textDocument/hover', about), { code: -32602 });
		await client.stop();
		assert.equal(client.logged, '[]');
	});

	it('sends a part or a number of another form is told so, for every part of what is ours', async () => {
		const client = await Client.start({ malformed: 'all' });
		client.open(uri, text, languageId);
		for (const [method, sound] of nested) {
			const code = await client.request(method, sound).then(
				() => 0,
				(error) => error.code,
			);
			assert.notEqual(code, -32602, `${method} ${JSON.stringify(sound)}`);
			for (const params of broken(sound)) {
				const refused = client.request(method, params);
				await assert.rejects(refused, { code: -32602 }, `${method} ${JSON.stringify(params)}`);
			}
		}
		await client.stop();
	});

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
