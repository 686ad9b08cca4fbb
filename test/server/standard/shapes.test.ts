/** Source of what is expected: the Language Server Protocol, 3.17 and 3.18, and JSON-RPC 2.0. */
import assert from 'node:assert/strict';
import * as lsp from 'vscode-languageserver';
import { theStandard } from './messages';
import { Talk } from './talk';

const uri = 'file:///x.csv';
const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const position = { line: 0, character: 0 };
const at = { textDocument: { uri }, position };
const diagnostic = { range, message: 'x' };

function answered(method: string, params: unknown, result: unknown): (talk: Talk) => unknown {
	return (talk) => talk.ask(method, params, result);
}

function told(method: string, params: unknown): (talk: Talk) => unknown {
	return (talk) => talk.serverTells(method, params);
}

const wrong: Readonly<Record<string, readonly [act: (talk: Talk) => unknown, expected: RegExp]>> = {
	'a hover with a misspelled member': [
		answered('textDocument/hover', at, { contants: 'x' }),
		/must have required property 'contents'.*"additionalProperty":"contants"/,
	],
	'a member that the standard does not have, deep inside': [
		told('textDocument/publishDiagnostics', { uri, diagnostics: [{ ...diagnostic, severty: 1 }] }),
		/diagnostics\/0 .*severty/,
	],
	'a negative line': [
		told('textDocument/publishDiagnostics', {
			uri,
			diagnostics: [{ ...diagnostic, range: { ...range, start: { line: -1, character: 0 } } }],
		}),
		/start\/line must be >= 0/,
	],
	'half a character': [
		answered('textDocument/prepareRename', at, { start: position, end: { line: 0, character: 0.5 } }),
		/character must be integer/,
	],
	'a version beyond 31 bits': [
		told('textDocument/publishDiagnostics', { uri, version: 2 ** 31, diagnostics: [] }),
		/version must be <= 2147483647/,
	],
	'a severity that there is not': [
		told('textDocument/publishDiagnostics', { uri, diagnostics: [{ ...diagnostic, severity: 5 }] }),
		/severity must be equal to one of the allowed values/,
	],
	'null for a member that may only be left out': [
		told('textDocument/publishDiagnostics', { uri, diagnostics: [{ ...diagnostic, source: null }] }),
		/source must be string/,
	],
	'null for a list that must be one': [
		answered('textDocument/inlayHint', { textDocument: { uri }, range }, [{ position, label: null }]),
		/label must be/,
	],
	'members of the result of initialize that are not standard': [
		answered('initialize', { processId: null, rootUri: null, capabilities: {} }, { capabilities: {}, x: 1 }),
		/"additionalProperty":"x"/,
	],
	'a capability of the server that there is not': [
		answered(
			'initialize',
			{ processId: null, rootUri: null, capabilities: {} },
			{ capabilities: { hoverProvder: true } },
		),
		/hoverProvder/,
	],
	'a method that the standard does not have': [told('textDocument/publishHints', {}), /no such method/],
	'a method of ours without its prefix': [told('status', {}), /no such method/],
	'a request that only a client sends': [
		(talk) => talk.serverAsks('textDocument/hover', at),
		/only a client sends it/,
	],
	'a notification sent as a request': [
		(talk) => talk.serverAsks('window/logMessage', { type: 3, message: 'x' }),
		/it is no request/,
	],
	'parameters of a request of the client': [
		answered('textDocument/hover', { textDocument: uri, position }, null),
		/client: .*textDocument must be object/,
	],
	'parameters where there are none': [
		(talk) => talk.client({ id: 9, method: 'shutdown', params: [null] }),
		/client: shutdown: has params/,
	],
	'an answer of the client': [
		(talk) =>
			talk.server({ id: 9, method: 'workspace/workspaceFolders' }).client({ id: 9, result: [{ uri }] }),
		/client: answer to workspace\/workspaceFolders: .*'name'/,
	],
	'a result and an error at once': [
		(talk) =>
			talk
				.client({ id: 9, method: 'textDocument/hover', params: at })
				.server({ id: 9, result: null, error: { code: 1, message: 'x' } }),
		/not one of result and error/,
	],
	'neither a result nor an error': [
		(talk) => talk.client({ id: 9, method: 'textDocument/hover', params: at }).server({ id: 9 }),
		/not one of result and error/,
	],
	'an error without a message': [
		(talk) =>
			talk
				.client({ id: 9, method: 'textDocument/hover', params: at })
				.server({ id: 9, error: { code: -32603 } }),
		/an error without a message/,
	],
	'an answer to nothing': [(talk) => talk.server({ id: 99, result: null }), /an answer to nothing/],
	'an answer twice': [
		(talk) => talk.ask('textDocument/hover', at, null).server({ id: 2, result: null }),
		/an answer to nothing, 2/,
	],
	'another version of JSON-RPC': [
		(talk) => talk.server({ jsonrpc: '1.0', method: 'window/logMessage', params: { type: 3, message: 'x' } }),
		/not of JSON-RPC 2.0/,
	],
	'progress on a token that nobody has': [
		told('$/progress', { token: 5, value: { kind: 'begin', title: 'x' } }),
		/the token 5 belongs to nothing/,
	],
	'progress that begins twice': [
		(talk) => {
			talk.client({
				id: 9,
				method: 'textDocument/references',
				params: { ...at, context, workDoneToken: 't' },
			});
			for (let times = 0; times < 2; times++)
				talk.serverTells('$/progress', { token: 't', value: { kind: 'begin', title: 'x' } });
		},
		/begin where the work has begun/,
	],
	'a partial result of another shape': [
		(talk) =>
			talk
				.client({
					id: 9,
					method: 'textDocument/references',
					params: { ...at, context, partialResultToken: 't' },
				})
				.serverTells('$/progress', { token: 't', value: [{ uri }] }),
		/partialResult: .*'range'/,
	],
	'options of a registration': [
		(talk) =>
			talk.serverAsks('client/registerCapability', {
				registrations: [
					{
						id: 'a',
						method: 'workspace/didChangeWatchedFiles',
						registerOptions: { watchers: [{ glob: '*' }] },
					},
				],
			}),
		/registrationOptions: .*globPattern/,
	],
};

const context = { includeDeclaration: true };

describe('the validator of shapes', () => {
	for (const [name, [act, expected]] of Object.entries(wrong)) {
		it(`finds ${name}`, () => {
			const talk = new Talk();
			assert.deepEqual(talk.faults, []);
			act(talk);
			assert.match(talk.faults.join('\n'), expected);
		});
	}

	it('accepts what the standard accepts', () => {
		const talk = new Talk({ window: { workDoneProgress: true } })
			.open(uri, 'abc\n')
			.ask('textDocument/hover', at, { contents: 'x', range })
			.ask('textDocument/hover', at, null)
			.ask('cleverDemographics/anything', { at }, 5)
			.serverTells('cleverDemographics/status', null)
			.serverTells('textDocument/publishDiagnostics', { uri, diagnostics: [diagnostic] })
			.serverTells('window/logMessage', { type: 5, message: 'since 3.18' })
			.serverAsks('window/workDoneProgress/create', { token: 'p' })
			.serverTells('$/progress', { token: 'p', value: { kind: 'begin', title: 'x', percentage: 0 } })
			.serverTells('$/progress', { token: 'p', value: { kind: 'end' } })
			.client({ id: 'own', method: 'textDocument/definition', params: at })
			.client({ method: '$/cancelRequest', params: { id: 'own' } })
			.server({ id: 'own', error: { code: -32800, message: 'Canceled.' } })
			.ask('shutdown', undefined, null)
			.client({ method: 'exit' });
		assert.deepEqual(talk.faults, []);
	});

	it('lets a client announce what the standard does not know, and checks the rest of it', () => {
		const odd = {
			textDocument: { hover: { contentFormat: ['markdown'], extra: 1 }, moniker: null },
			vendor: {},
		};
		assert.deepEqual(new Talk(odd as object).faults, []);
		const wrongly = { textDocument: { hover: { contentFormat: 'markdown' } } } as object;
		assert.match(new Talk(wrongly).faults.join(), /contentFormat must be array/);
	});

	it('leaves out what a test sends wrong on purpose, and nothing else', () => {
		const talk = new Talk({}, {}, ['textDocument/hover']);
		talk.ask('textDocument/hover', null, null);
		assert.deepEqual(talk.faults, []);
		talk.ask('textDocument/definition', null, null);
		assert.equal(talk.faults.length, 1);
		const wild = new Talk({}, {}, 'all');
		wild.ask('no/method', 5, null).ask('textDocument/hover', at, { contants: 'x' });
		assert.match(wild.faults.join('\n'), /^server: [^\n]*contants[^\n]*$/);
	});

	it('knows every method of the library', () => {
		const methods = Object.values(lsp).flatMap((value) =>
			value !== null && typeof value === 'object' && 'method' in value && 'messageDirection' in value
				? [value.method]
				: [],
		);
		assert.ok(methods.length > 80);
		for (const method of methods) assert.ok(theStandard().messages.has(method), method);
	});
});
