import assert from 'node:assert/strict';
import {
	fixGroupRequest,
	importConvertRequest,
	importOpenRequest,
	importPlanRequest,
	problemGroupsRequest,
} from '../../server/src/protocol';
import { students } from '../../server/src/spec';
import { Client, shows } from './client';

const MARK = 'HUNTER2';
const uri = 'file:///district/students.csv';
const columns = students.elements.map(({ column }) => column);
const marked = columns.map((column, index) => `${MARK}${column}${index}`);
const TEXT =
	`${columns.join(',')},${MARK}header\n${marked.join(',')},x\n"${MARK}\n${MARK},"a"${MARK}\n\ufffd${MARK}\n` +
	`${marked.map((value) => `=${value}`).join(',')},x\n${marked.join(',').replace(',', ', ')},x,${MARK}\n`;

describe('what the server writes to logs', () => {
	it('never holds a value of the file, whatever goes wrong', async () => {
		const client = await Client.start({
			malformed: 'all',
			capabilities: { ...shows, workspace: { configuration: true } },
			configuration: () => ({ rules: MARK, acceptedValues: { Gender: [MARK] } }),
			initializationOptions: { status: true, commands: true, rulesUri: 'file:///rules' },
			initialize: { trace: 'verbose' },
		});
		client.notify('$/setTrace', { value: 'verbose' });
		client.open(uri, TEXT);
		const all = await client.published(uri, 1, (found) => found.length > 20);
		assert.ok(JSON.stringify(all).includes(MARK), 'the diagnostics do: they go to the person');
		const settled = (method: string, params: unknown): Promise<unknown> =>
			client.request(method, params).catch((error: Error) => error.message);
		const strange: readonly unknown[] = [
			{},
			{ textDocument: null },
			{ textDocument: { uri } },
			{ textDocument: { uri: MARK } },
			{ textDocument: { uri }, position: MARK, positions: MARK, range: MARK, context: MARK },
			{ textDocument: { uri }, position: { line: MARK, character: MARK }, positions: [MARK, null] },
			{ data: { uri, version: 1, index: MARK }, title: MARK },
			{ uri, text: { MARK } },
			{ uri, file: { uri, version: 1 }, group: MARK, fix: MARK },
			{ id: MARK, name: MARK, bytes: MARK, decisions: MARK, mappings: MARK },
			{ id: MARK, bytes: btoa(MARK), decisions: { delimiter: MARK, encoding: MARK }, mappings: [MARK] },
			{
				id: MARK,
				name: MARK,
				bytes: btoa(`${MARK}\n1`),
				decisions: {},
				mappings: [{ text: `{ "${MARK}": 1 }` }],
			},
			{ id: MARK, decisions: { columns: { [MARK]: MARK }, codes: MARK } },
		];
		for (const params of strange) {
			for (const method of [
				'textDocument/hover',
				'textDocument/completion',
				'textDocument/codeAction',
				'codeAction/resolve',
				'textDocument/documentSymbol',
				'textDocument/selectionRange',
				'textDocument/diagnostic',
				'textDocument/definition',
				'textDocument/references',
				'textDocument/documentHighlight',
				'textDocument/prepareRename',
				'textDocument/rename',
				'textDocument/inlayHint',
				'textDocument/semanticTokens/range',
				'workspace/symbol',
				'cleverDemographics/place',
				'cleverDemographics/recheck',
				'cleverDemographics/template',
				importOpenRequest,
				importPlanRequest,
				importConvertRequest,
				problemGroupsRequest,
				fixGroupRequest,
				`unknown/${'method'}`,
			]) {
				const answer = JSON.stringify((await settled(method, params)) ?? null);
				if (/^"/.test(answer)) assert.ok(!answer.includes(MARK), `${method}: ${answer}`);
			}
		}
		client.notify('textDocument/didChange', { textDocument: { uri }, contentChanges: [{ text: MARK }] });
		client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{}] });
		client.notify('textDocument/didChange', {
			textDocument: { uri, version: 3 },
			contentChanges: [null, MARK],
		});
		client.notify('textDocument/didChange', { textDocument: { uri, version: 4 }, contentChanges: MARK });
		client.notify('textDocument/didOpen', { textDocument: { uri, text: null, languageId: MARK } });
		client.notify('textDocument/didOpen', { text: MARK });
		client.notify('workspace/didChangeConfiguration', MARK);
		client.notify('unknown/notification', { MARK });
		client.close(uri);
		client.open(uri, TEXT);
		const seen = client.received.length;
		await client.published(uri, 1, (found) => found.length > 20, Math.max(0, seen - 1));
		await client.stop();
		assert.notEqual(client.logged, '[]', 'something was logged at all');
		assert.ok(!client.logged.includes(MARK), client.logged);
	});
});
