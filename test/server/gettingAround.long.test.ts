import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import type {
	ClientCapabilities,
	CompletionList,
	Hover,
	InlayHint,
	Location,
	LocationLink,
	SemanticTokens,
	WorkspaceEdit,
	WorkspaceSymbol,
} from 'vscode-languageserver';
import { temporaryFolder } from '../editor/host/cleanup';
import { edited } from '../support/features';
import { Client, shows } from './client';

const ROSTER =
	'Student_id,School_id,Last_name,First_name,Grade,Password\n1001,5,Reyes,Ana,3,hunter2\n1001,5,Reyes,Ana,3,hunter2\n1002,5,Poe,Bo,4,hunter2\n';
const EXT = 'sis_id,ext.title_i\n1001,Yes\n';
const onId = { line: 1, character: 2 };
const everything = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };

/** The capabilities of VS Code that matter here. */
const full: ClientCapabilities = {
	...shows,
	textDocument: {
		...shows.textDocument,
		definition: { linkSupport: true },
		rename: { prepareSupport: true },
		semanticTokens: {
			requests: { range: true },
			tokenTypes: [],
			tokenModifiers: [],
			formats: ['relative'],
		},
	},
	workspace: { workspaceEdit: { documentChanges: true }, inlayHint: { refreshSupport: true } },
};

const methods = [
	'definition',
	'references',
	'documentHighlight',
	'prepareRename',
	'rename',
	'inlayHint',
	'semanticTokens/range',
];

describe('getting around, over the protocol', () => {
	let folder: string;
	let client: Client;
	let remove: () => void;
	const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
	const roster = (): string => uri('students.csv');
	const ext = (): string => uri('students_ext.csv');
	beforeEach(() => {
		({ path: folder, remove } = temporaryFolder());
	});
	afterEach(async () => {
		await client.stop();
		remove();
	});

	const lines = (found: readonly Location[] | null): string[] =>
		(found ?? []).map(({ uri: of, range }) => `${of.split('/').at(-1)}:${range.start.line}`);
	const references = (of: string): Promise<Location[] | null> =>
		client.request('textDocument/references', {
			textDocument: { uri: of },
			position: onId,
			context: { includeDeclaration: true },
		});
	const rename = (of: string, newName: string): Promise<WorkspaceEdit | null> =>
		client.request('textDocument/rename', { textDocument: { uri: of }, position: onId, newName });
	const hints = (of: string): Promise<InlayHint[]> =>
		client.request('textDocument/inlayHint', { textDocument: { uri: of }, range: everything });

	it('both open: unsaved edits of either count', async () => {
		client = await Client.start({ capabilities: full });
		client.open(roster(), ROSTER);
		client.open(ext(), EXT);
		const links = await client.at<LocationLink[]>('definition', ext(), onId);
		assert.deepEqual(
			links.map(({ targetUri, targetRange }) => [targetUri, targetRange.start.line]),
			[
				[roster(), 1],
				[roster(), 2],
			],
		);
		assert.deepEqual(lines(await references(ext())), [
			'students_ext.csv:1',
			'students.csv:1',
			'students.csv:2',
		]);
		assert.deepEqual(
			(await hints(ext())).map(({ label }) => label),
			['Reyes, Ana'],
		);
		client.change(roster(), { text: 'Student_id,Last_name,First_name\n7,Lee,Ed\n1001,Lee,Jo\n' });
		assert.deepEqual(lines(await references(ext())), ['students_ext.csv:1', 'students.csv:2']);
		assert.deepEqual(
			(await hints(ext())).map(({ label }) => label),
			['Lee, Jo'],
		);
		await client.until(({ method }) => (method === 'workspace/inlayHint/refresh' ? true : undefined));
		client.close(roster());
		assert.deepEqual(await hints(ext()), [], 'and a file that was never saved is gone when it is closed');
	});

	it('renames in both open files, as versions that the client has', async () => {
		client = await Client.start({ capabilities: full });
		client.open(roster(), ROSTER);
		client.open(ext(), `${EXT}5,No\n`);
		const prepared = await client.at<{ placeholder: string }>('prepareRename', ext(), onId);
		assert.equal(prepared.placeholder, '1001');
		const changes = (await rename(ext(), '77'))?.documentChanges ?? [];
		const texts = changes.map((change) => {
			assert.ok('edits' in change);
			const { uri: of, version } = change.textDocument;
			assert.equal(version, 1);
			const edits = change.edits.filter((edit) => 'newText' in edit);
			return [of, edited(of === ext() ? EXT : ROSTER, edits)];
		});
		assert.deepEqual(texts, [
			[ext(), EXT.replace('1001', '77')],
			[roster(), ROSTER.replaceAll('1001', '77')],
		]);
		await assert.rejects(rename(ext(), '1002'), /already has this ID\. Choose another one\./);
		await assert.rejects(rename(ext(), ''), /A student needs an ID\. Enter one\./);
		await assert.rejects(
			client.at('prepareRename', ext(), { line: 1, character: 6 }),
			/Only a student ID can be renamed\./,
		);
	});

	it('one on the disk: reads it, renames in it without a version, and does not write it', async () => {
		writeFileSync(join(folder, 'students.csv'), ROSTER);
		client = await Client.start({ capabilities: full });
		client.open(ext(), EXT);
		assert.equal((await client.at<LocationLink[]>('definition', ext(), onId)).length, 2);
		const changes = (await rename(ext(), '77'))?.documentChanges ?? [];
		assert.deepEqual(
			changes.map((change) => 'edits' in change && [change.textDocument.version, change.edits.length]),
			[
				[1, 1],
				[null, 2],
			],
		);
		assert.equal(readFileSync(join(folder, 'students.csv'), 'utf8'), ROSTER);
		writeFileSync(join(folder, 'students.csv'), ROSTER.replaceAll('Reyes', 'Lee'));
		await client.until(({ method }) => (method === 'workspace/inlayHint/refresh' ? true : undefined));
		assert.deepEqual(
			(await hints(ext())).map(({ label }) => label),
			['Lee, Ana'],
		);
	});

	it('one that cannot be read: refuses a rename that would leave the old ID in it', async () => {
		mkdirSync(join(folder, 'students.csv'));
		client = await Client.start({ capabilities: full });
		client.open(ext(), EXT);
		await assert.rejects(
			rename(ext(), '77'),
			/students\.csv cannot be read and would keep the old ID\. Change the ID in each file\./,
		);
		const elsewhere = { textDocument: { uri: ext() }, position: { line: 1, character: 6 }, newName: '77' };
		await assert.rejects(
			client.request('textDocument/rename', elsewhere),
			/Only a student ID can be renamed\./,
		);
	});

	it('without a roster: answers without it, and without an error', async () => {
		client = await Client.start({ capabilities: full });
		client.open(ext(), EXT);
		assert.equal(await client.at('definition', ext(), onId), null);
		assert.deepEqual(lines(await references(ext())), ['students_ext.csv:1']);
		assert.equal((await rename(ext(), '77'))?.documentChanges?.length, 1);
		assert.deepEqual(await hints(ext()), []);
		assert.deepEqual(await client.request('workspace/symbol', { query: 'reyes' }), []);
		const list = await client.at<CompletionList>('completion', ext(), { line: 2, character: 0 });
		assert.deepEqual(list.items, []);
	});

	it('gives a client that can do less plain locations and changes', async () => {
		client = await Client.start();
		client.open(roster(), ROSTER);
		client.open(ext(), EXT);
		const { capabilities } = client.result;
		assert.equal(capabilities.renameProvider, true);
		assert.equal(capabilities.semanticTokensProvider, undefined);
		const found = await client.at<Location[]>('definition', ext(), onId);
		assert.deepEqual(lines(found), ['students.csv:1', 'students.csv:2']);
		const { changes } = (await rename(roster(), '77')) ?? {};
		assert.deepEqual(Object.keys(changes ?? {}), [roster(), ext()]);
	});

	it('finds students, completes them and shows them, without their passwords', async () => {
		writeFileSync(join(folder, 'students.csv'), ROSTER);
		client = await Client.start({ capabilities: full });
		client.open(ext(), EXT);
		const symbols = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'reyes' });
		assert.deepEqual(
			symbols.map(({ name, location }) => [name, location.uri]),
			[['Reyes, Ana · 1001', roster()]],
		);
		client.open(roster(), ROSTER);
		const again = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: '100' });
		assert.equal(again.length, 2, 'each once, though both files are open');
		const list = await client.at<CompletionList>('completion', ext(), { line: 2, character: 0 });
		assert.equal(list.isIncomplete, true);
		assert.deepEqual(
			list.items.map(({ label, detail }) => [label, detail]),
			[['1002', 'Poe, Bo · grade 4']],
		);
		const hover = await client.at<Hover>('hover', ext(), onId);
		assert.match(JSON.stringify(hover.contents), /Reyes.*school 5.*grade 3.*`ext\.title/);
		const answers = [symbols, again, list, hover, await hints(ext())];
		assert.ok(!JSON.stringify(answers).includes('hunter2'));
	});

	it('finds the students of one folder, however many the other open folders have', async () => {
		client = await Client.start({ capabilities: full });
		const rows = Array.from({ length: 150 }, (_, at) => `${2000 + at},5,Reyes,Ana`);
		client.open(
			'file:///crowd/students.csv',
			`Student_id,School_id,Last_name,First_name\n${rows.join('\n')}\n`,
		);
		writeFileSync(join(folder, 'students.csv'), ROSTER);
		client.open(ext(), EXT);
		const found = await client.request<WorkspaceSymbol[]>('cleverDemographics/students', {
			uri: ext(),
			query: 'reyes',
		});
		assert.deepEqual(
			found.map(({ name, location }) => [name, location.uri]),
			[['Reyes, Ana · 1001', roster()]],
		);
	});

	it('colors a range', async () => {
		client = await Client.start({ capabilities: full });
		const { semanticTokensProvider: provider } = client.result.capabilities;
		assert.deepEqual([provider?.range, provider?.full], [true, false]);
		client.open(ext(), EXT);
		const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
		const tokens = await client.request<SemanticTokens>('textDocument/semanticTokens/range', {
			textDocument: { uri: ext() },
			range,
		});
		const type = provider?.legend.tokenTypes[tokens.data[8] ?? -1];
		assert.deepEqual(tokens.data.slice(0, 4), [1, 0, 4, provider?.legend.tokenTypes.indexOf('variable')]);
		assert.deepEqual(tokens.data.slice(5, 8), [0, 5, 3]);
		assert.ok(type && type !== 'variable');
	});

	it('follows the settings of the hints at once', async () => {
		let inlayHints: unknown = { names: false, codes: true };
		const capabilities = { ...full, workspace: { ...full.workspace, configuration: true } };
		client = await Client.start({ capabilities, configuration: () => ({ inlayHints }) });
		client.open(roster(), `${ROSTER.split('\n')[0]},Gender\n1001,5,Reyes,Ana,3,x,F\n`);
		client.open(ext(), EXT);
		assert.deepEqual(
			(await hints(roster())).map(({ label }) => label),
			['Female'],
		);
		assert.deepEqual(await hints(ext()), []);
		inlayHints = {};
		client.notify('workspace/didChangeConfiguration', { settings: null });
		assert.deepEqual(await hints(roster()), []);
		assert.deepEqual(
			(await hints(ext())).map(({ label }) => label),
			['Reyes, Ana'],
		);
	});

	it('gives up a canceled request, and answers malformed ones', async () => {
		const malformed = methods.map((method) => `textDocument/${method}`);
		client = await Client.start({ capabilities: full, malformed });
		client.open(roster(), ROSTER.split('\n')[0] + '\n1001,5,Reyes,Ana,3,x'.repeat(60_000));
		client.open(ext(), EXT);
		const given = new CancellationTokenSource();
		const waiting = client.connection
			.sendRequest(
				'textDocument/references',
				{
					textDocument: { uri: ext() },
					position: onId,
					context: { includeDeclaration: true },
				},
				given.token,
			)
			.then(
				(found) => found,
				(error: Error) => error,
			);
		given.cancel();
		const answer = await waiting;
		assert.ok(answer === null || answer instanceof Error, 'nothing, or that it was given up');
		for (const params of [
			{},
			{ textDocument: { uri: ext() } },
			{ textDocument: { uri: 'file:///none.csv' } },
		]) {
			for (const method of methods) {
				await client.request(`textDocument/${method}`, params).catch((error: Error) => error.message);
			}
		}
		assert.equal((await references(ext()))?.length, 60_001);
	});
});
