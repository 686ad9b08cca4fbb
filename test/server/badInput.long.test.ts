import assert from 'node:assert/strict';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { type Diagnostic, ErrorCodes, LSPErrorCodes, type ResponseError } from 'vscode-languageserver';
import { messageTextOf } from '../support/features';
import { Client } from './client';

const uri = 'file:///district/students.csv';
const HEADER = 'Student_id,School_id,Last_name,First_name,Gender';
const RIGHT = `${HEADER}\n1,5,Reyes,Ana,F\n`;
const FEMALE = RIGHT.replace('F\n', 'Female\n');
const lines = (count: number, line: string): string => `${line}\n`.repeat(count);

/** Malformed texts, each with the rule that must report it, if any. */
const texts: Readonly<Record<string, readonly [text: string, rule: string | undefined]>> = {
	'an empty file': ['', 'csv/empty-file'],
	'blanks only': [' \r\n\t\r\n', 'csv/empty-file'],
	'a byte order mark only': ['\ufeff', 'csv/empty-file'],
	'one line break': ['\r', 'csv/empty-file'],
	'the header only': [HEADER, undefined],
	'no header': ['1,5,Reyes,Ana,F\n2,5,Bo,Lee,M\n', 'header/missing-key'],
	'one field of 10 MB as the header': ['x'.repeat(10_000_000), 'header/missing-key'],
	'one field of 10 MB in a column of codes': [
		`${HEADER}\n1,5,Reyes,Ana,${'x'.repeat(10_000_000)}`,
		'field/unknown-code',
	],
	'one quoted field of 10 MB': [`${HEADER}\n1,5,"${'x""'.repeat(3_300_000)}",Ana,F`, 'field/too-long'],
	'one row of 10 MB in many fields': [`${HEADER}\n${'abcdefghi,'.repeat(1_000_000)}`, 'csv/field-count'],
	'5,000 columns': [
		`${HEADER},${Array.from({ length: 4995 }, (_, index) => `c${index}`).join(',')}\n${lines(20, '=x,'.repeat(4999))}`,
		'header/unknown-element',
	],
	'NUL in a value': [RIGHT.replace('F\n', '\0\n'), 'field/hidden-character'],
	'UTF-16 read as UTF-8': [RIGHT.replace(/./gs, '$&\0'), 'csv/encoding'],
	'U+FFFD': [RIGHT.replace('Reyes', 'Re\ufffdes'), 'csv/encoding'],
	'lone surrogates': [RIGHT.replace('F\n', '\ud83d\n').replace('Ana', '\udc00'), 'field/unknown-code'],
	'only quotes': ['"'.repeat(1001), undefined],
	'only quotes, on every line': [lines(500, '"'), undefined],
	'quotes below the header': [`${HEADER}\n${lines(201, '"')}`, 'csv/unclosed-quote'],
	'a field of 64 lines': [`${HEADER}\n1,5,"${lines(63, 'x')}x",Ana,F\n`, undefined],
	'a field of 65 lines': [`${HEADER}\n1,5,"${lines(64, 'x')}x",Ana,F\n`, 'csv/unclosed-quote'],
	'only commas': [','.repeat(1000), undefined],
	'old Mac line breaks': [RIGHT.replaceAll('\n', '\r'), undefined],
};

describe('bad input over stdio', () => {
	let client: Client;
	before(async () => {
		client = await Client.start();
	});
	after(() => client.stop());
	afterEach(() => client.close(uri));

	for (const [name, [text, rule]] of Object.entries(texts)) {
		it(`${name}: gets the expected finding, neutral answers, and the next edit works`, async () => {
			const seen = client.received.length;
			client.open(uri, text);
			const tells = (all: readonly Diagnostic[]): boolean => !rule || all.some(({ code }) => code === rule);
			const all = await client.published(uri, 1, tells, seen);
			assert.ok(all.length <= 1000);
			for (const one of all) assert.ok(messageTextOf(one).length < 2000, 'a message to read');
			const end = { line: 1, character: Math.min(text.length, 16) };
			for (const position of [{ line: 0, character: 0 }, end]) {
				await client.at('hover', uri, position);
				await client.at('completion', uri, position);
				await client.actions(uri, { start: position, end: position });
				await client.actions(uri, { start: position, end: position }, ['source.fixAll']);
				const textDocument = { uri };
				await client.request('textDocument/selectionRange', { textDocument, positions: [position] });
				await client.request('cleverDemographics/place', { textDocument, position });
			}
			await client.request('textDocument/documentSymbol', { textDocument: { uri } });
			client.change(uri, { range: { start: end, end }, text: 'x' });
			const version = client.change(uri, { text: FEMALE });
			const then = await client.published(uri, version, undefined, seen);
			assert.deepEqual(
				then.map(({ code }) => code),
				['field/unknown-code'],
			);
			assert.deepEqual(errorsLogged(client), []);
		});
	}
});

function errorsLogged({ received }: Client): unknown[] {
	return received.filter(({ method }) => method === 'window/logMessage');
}

describe('a client that makes mistakes', () => {
	let client: Client;
	const malformed = ['codeAction', 'completion', 'didChange', 'hover', 'inlayHint', 'selectionRange'];
	beforeEach(async () => {
		client = await Client.start({ malformed: malformed.map((feature) => `textDocument/${feature}`) });
	});
	afterEach(() => client.stop());

	const places: readonly object[] = [
		{ line: 0, character: 9 },
		{ line: 9e15, character: 9e15 },
		{ line: 1, character: 1e6 },
	];
	/** What is no position: line and character are whole numbers from 0 on. */
	const nowhere: readonly unknown[] = [
		{ line: -1, character: -1 },
		{ line: 1.5, character: 2.5 },
		{ line: null, character: 'x' },
		{ line: 1 },
		{},
		null,
		undefined,
	];

	it('in places that the file does not have gets neutral answers', async () => {
		client.open(uri, FEMALE);
		const textDocument = { uri };
		for (const start of places) {
			for (const end of places) {
				const range = { start, end };
				const context = { diagnostics: [] };
				const actions = await client.request('textDocument/codeAction', { textDocument, range, context });
				assert.ok(Array.isArray(actions));
			}
			const about = { textDocument, position: start };
			for (const feature of ['textDocument/hover', 'textDocument/completion', 'cleverDemographics/place']) {
				assert.notEqual(await client.request(feature, about), undefined, feature);
			}
			const ranges = await client.request('textDocument/selectionRange', {
				textDocument,
				positions: [start],
			});
			assert.ok(Array.isArray(ranges));
		}
		const range = { start: { line: 1, character: 20 }, end: { line: 1, character: 16 } };
		assert.ok((await client.actions(uri, range)).length > 0, 'an end before the start counts as the start');
	});

	it('in positions and ranges that are none is told so', async () => {
		client.open(uri, FEMALE);
		const textDocument = { uri };
		const start = { line: 1, character: 0 };
		for (const position of nowhere) {
			const range = { start, end: position };
			const requests: readonly (readonly [string, object])[] = [
				['textDocument/hover', { position }],
				['textDocument/completion', { position }],
				['textDocument/selectionRange', { positions: [start, position] }],
				['textDocument/inlayHint', { range }],
				['textDocument/codeAction', { range, context: { diagnostics: [] } }],
				['cleverDemographics/place', { position }],
			];
			for (const [method, params] of requests) {
				const answer = client.request(method, { textDocument, ...params });
				await assert.rejects(answer, { code: ErrorCodes.InvalidParams }, method);
			}
		}
		assert.ok(await client.at('hover', uri, start));
	});

	it('in the ranges of its changes is followed as far as possible, and the next edit works', async () => {
		client.open(uri, FEMALE);
		let version = 1;
		for (const start of [...places, ...nowhere]) {
			for (const end of [...places, ...nowhere])
				version = client.change(uri, { range: { start, end } as never, text: 'x' });
		}
		version = client.change(uri, { text: FEMALE });
		assert.equal((await client.published(uri, version)).length, 1);
		const turned = { start: { line: 1, character: 20 }, end: { line: 1, character: 14 } };
		client.change(uri, { range: turned, text: 'F' });
		version = client.change(uri, { text: RIGHT });
		assert.deepEqual(await client.published(uri, version), []);
	});

	it('about documents that are not open gets neutral answers', async () => {
		const position = { line: 1, character: 16 };
		const ask = async (): Promise<void> => {
			const textDocument = { uri };
			assert.equal(await client.at('hover', uri, position), null);
			assert.equal(await client.at('completion', uri, position), null);
			assert.deepEqual(await client.actions(uri, { start: position, end: position }), []);
			assert.deepEqual(await client.request('textDocument/documentSymbol', { textDocument }), []);
			assert.deepEqual(
				await client.request('textDocument/selectionRange', { textDocument, positions: [position] }),
				[],
			);
			assert.deepEqual(await client.pull(uri), { kind: 'full', items: [] });
			assert.equal(await client.request('cleverDemographics/place', { textDocument, position }), null);
			assert.equal(await client.request('cleverDemographics/recheck', textDocument), null);
		};
		await ask();
		client.change(uri, { text: 'x' });
		client.close(uri);
		await ask();
		client.open(uri, FEMALE);
		assert.equal((await client.published(uri, 1)).length, 1);
		client.close(uri);
		await ask();
	});

	it('and cancels requests is answered, and no request is left open', async () => {
		client.open(uri, FEMALE + Array.from({ length: 20_000 }, (_, id) => `x${id},5,Bo,Lee,Male\n`).join(''));
		const textDocument = { uri };
		const position = { line: 1, character: 16 };
		const range = { start: position, end: position };
		const requests: readonly (readonly [string, object])[] = [
			['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
			['textDocument/hover', { textDocument, position }],
			['textDocument/completion', { textDocument, position }],
			['textDocument/diagnostic', { textDocument }],
		];
		const answers = requests.flatMap(([method, params]) =>
			[false, true].map(async (later) => {
				const source = new CancellationTokenSource();
				const answer = client.connection.sendRequest(method, params, source.token);
				if (later) setImmediate(() => source.cancel());
				else source.cancel();
				return answer.catch((error: ResponseError) => error.code);
			}),
		);
		for (const answer of await Promise.all(answers)) {
			assert.ok(typeof answer === 'object' || answer === LSPErrorCodes.RequestCancelled, String(answer));
		}
		assert.ok(await client.at('hover', uri, position));
		assert.deepEqual(errorsLogged(client), []);
	});

	it('in the middle of a message does not end the server', async () => {
		const body = '{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"text":"HUNTER2';
		client.server.stdin?.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
		client.open(uri, FEMALE);
		assert.equal((await client.published(uri, 1)).length, 1);
		assert.ok(!client.logged.includes('HUNTER2'));
	});
});
