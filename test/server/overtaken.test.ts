/** Requests that their client cancels, and requests that a later change overtakes. */
import assert from 'node:assert/strict';
import { CancellationTokenSource, type MessageConnection } from 'vscode-jsonrpc/node';
import type { CodeAction, CodeLens } from 'vscode-languageserver';
import * as protocol from '../../server/src/protocol';
import { Client, pulls, shows } from './client';

// The codes are those of the specification, section "Base Protocol".
const CANCELED = -32800;
const CONTENT_MODIFIED = -32801;

const uri = 'file:///district/students.csv';
const other = 'file:///district/students_ext.csv';
const HEADER = 'Student_id,School_id,Last_name,First_name,Gender';
const FEMALE = `${HEADER}\n1,5,Reyes,Ana,Female\n`;
const EXT = 'sis_id,ext.title_i\n1,no\n';
const textDocument = { uri };
const position = { line: 1, character: 0 };
const range = { start: position, end: { line: 1, character: 20 } };
const onHeader = { line: 0, character: HEADER.length - 2 };
const file = { uri, version: 1 };
const view = { id: 'v', filter: {} };
const extension = { uri: other, version: 1 };

/** Requests that wait for the settings of a file before they can be answered. */
const requests: readonly (readonly [method: string, params: object])[] = [
	['textDocument/hover', { textDocument, position }],
	['textDocument/hover', { textDocument, position: onHeader }],
	['textDocument/completion', { textDocument, position }],
	['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
	['textDocument/codeLens', { textDocument }],
	['textDocument/inlayHint', { textDocument: { uri: other }, range }],
	['textDocument/semanticTokens/range', { textDocument, range }],
	['textDocument/definition', { textDocument, position }],
	['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
	['textDocument/documentHighlight', { textDocument, position }],
	['textDocument/documentSymbol', { textDocument }],
	['textDocument/selectionRange', { textDocument, positions: [position] }],
	['textDocument/prepareRename', { textDocument, position }],
	['textDocument/rename', { textDocument, position, newName: '2' }],
	['textDocument/diagnostic', { textDocument }],
	['workspace/symbol', { query: 'reyes' }],
	[protocol.placeRequest, { textDocument, position }],
	[protocol.studentsRequest, { uri, query: 'reyes' }],
	[protocol.addMissingRequest, { roster: file, extension }],
	[protocol.replaceRequest, { file, column: 4, value: 'Female', by: 'F' }],
	[protocol.problemListRequest, { file, withValues: false }],
	[protocol.fixGroupRequest, { file, group: '[]', fix: '' }],
	[protocol.textPasteRequest, { file, clipboard: 'a\tb', range }],
	[protocol.fillColumnsRequest, { roster: file }],
	[protocol.gridLayoutRequest, { uri }],
	[protocol.gridRowsRequest, { uri, view, first: 0, count: 1, columns: [0] }],
	[protocol.gridCopyRequest, { file, view, ranges: [{ first: 0, last: 0, columns: [0] }] }],
	[protocol.reportRequest, { uri }],
	[protocol.folderStateRequest, { uri }],
	[protocol.firstProblemRequest, { uri, rule: 'field/unknown-code', fileName: 'students.csv' }],
	[protocol.problemGroupsRequest, { uri }],
	[protocol.compareRequest, { uri, before: ['file:///before/students.csv'] }],
	[protocol.arrivedRequest, { id: 'a', uri, name: 'a.csv', bytes: btoa('a,b\n1,2\n') }],
	[protocol.returnedOpenRequest, { uri, name: 'a.csv', bytes: btoa('a,b\n1,2\n'), columns: {} }],
	[
		protocol.importOpenRequest,
		{ id: 'i', name: 'a.csv', bytes: btoa('a,b\n1,2\n'), decisions: {}, mappings: [] },
	],
];

/** Resolves when the server has begun all that was sent before: it takes messages in their order. */
async function whenBegun({ connection }: { readonly connection: MessageConnection }): Promise<void> {
	await assert.rejects(connection.sendRequest('no/suchMethod', {}), { code: -32601 });
}

describe('a request over stdio', () => {
	let client: Client;
	afterEach(() => client.stop());

	for (const isBegun of [true, false]) {
		it(`that is canceled ${isBegun ? 'while it waits' : 'at once'} is answered RequestCancelled, whatever it is`, async () => {
			let answer = (_settings: unknown): void => {};
			const settings = new Promise((resolve) => {
				answer = resolve;
			});
			client = await Client.start({
				malformed: ['no/suchMethod'],
				capabilities: {
					textDocument: pulls.textDocument,
					workspace: { ...pulls.workspace, configuration: true },
				},
				configuration: () => settings,
			});
			client.open(uri, FEMALE);
			client.open(other, EXT);
			const cancellation = new CancellationTokenSource();
			const answers = requests.map(([method, params]) =>
				client.connection.sendRequest(method, params, cancellation.token).then(
					(result) => `${method}: ${JSON.stringify(result)}`,
					({ code }: { readonly code: number }) => `${method}: ${code}`,
				),
			);
			if (isBegun) await whenBegun(client);
			cancellation.cancel();
			await whenBegun(client);
			answer({});
			assert.deepEqual(
				await Promise.all(answers),
				requests.map(([method]) => `${method}: ${CANCELED}`),
			);
			assert.ok(await client.at('hover', uri, position));
			assert.ok(!client.logged.includes('failed'), client.logged);
		});
	}

	describe('about a large file', () => {
		const many = Array.from({ length: 40_000 }, (_, id) => `${id + 2},5,Bo,Lee,Female\n`).join('');
		const insert = (): number =>
			client.change(uri, { range: { start: position, end: position }, text: '0,5,Poe,Cy,F\n' });
		beforeEach(async () => {
			client = await Client.start({
				malformed: ['no/suchMethod'],
				capabilities: shows,
				initializationOptions: { commands: true },
			});
			client.open(uri, FEMALE + many);
		});

		it('waits for the check of the newest version: lenses and actions', async () => {
			insert();
			const lenses = client.request<CodeLens[]>('textDocument/codeLens', { textDocument });
			const end = { line: 3, character: 0 };
			const actions = client.actions(uri, { start: position, end }, ['source.fixAll']);
			assert.ok((await lenses).length > 0);
			const [fixAll] = (await actions) as [CodeAction];
			const written = fixAll.edit?.changes?.[uri]?.map(({ newText }) => newText).join('');
			assert.equal(written?.match(/\bF\b/g)?.length, 40_001);
		});

		it('is answered ContentModified where a change overtakes it, whatever it is', async () => {
			const overtaken: readonly (readonly [string, object])[] = [
				['textDocument/codeLens', { textDocument }],
				['textDocument/codeAction', { textDocument, range, context: { diagnostics: [] } }],
				['textDocument/definition', { textDocument, position }],
				['textDocument/references', { textDocument, position, context: { includeDeclaration: true } }],
				['textDocument/rename', { textDocument, position, newName: '9999999' }],
				['textDocument/hover', { textDocument, position }],
				['textDocument/hover', { textDocument, position: onHeader }],
				['workspace/symbol', { query: 'reyes' }],
				[protocol.reportRequest, { uri }],
				[protocol.folderStateRequest, { uri }],
				[protocol.problemGroupsRequest, { uri }],
				[protocol.firstProblemRequest, { uri, rule: 'field/unknown-code', fileName: 'students.csv' }],
			];
			for (const [method, params] of overtaken) {
				client.change(uri, { text: `${FEMALE}${many}` });
				const answer = client.request(method, params);
				const version = insert();
				await assert.rejects(answer, { code: CONTENT_MODIFIED }, method);
				await client.published(uri, version);
			}
		});
	});
});
