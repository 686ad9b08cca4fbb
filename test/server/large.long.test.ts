import assert from 'node:assert/strict';
import { LSPErrorCodes, type ResponseError } from 'vscode-languageserver';
import { Client, pulls, type StartOptions, shows } from './client';

const uri = 'file:///district/students.csv';
const HEADER = 'Student_id,School_id,Last_name,First_name,Gender';
const rows = (count: number, gender: string): string =>
	`${HEADER}\n${Array.from({ length: count }, (_, id) => `${id},5,Reyes,Ana,${gender}\n`).join('')}`;

describe('large files over stdio', () => {
	let client: Client;
	const start = async (options?: StartOptions): Promise<Client> => {
		client = await Client.start(options);
		return client;
	};
	afterEach(() => client.stop());

	it('a hover is answered while 300,000 rows are still being read', async () => {
		await start();
		const text = `${rows(300_000, 'F')}z,5,Reyes,Ana,Female\n`;
		client.open(uri, text);
		const position = { line: 1, character: HEADER.length };
		const answered = client.at('hover', uri, { ...position, character: 14 }).then((hover) => {
			assert.ok(hover);
			const done = client.publishes.some(({ diagnostics }) => diagnostics.length > 0);
			assert.ok(!done, 'before the last row was checked');
		});
		const all = await client.published(uri, 1, (found) => found.length > 0);
		assert.equal(all[0]?.range.start.line, 300_001);
		await answered;
	});

	it('an edit during the check wins: its version is the last that is published', async () => {
		await start();
		client.open(uri, `${rows(100_000, 'F')}z,5,Reyes,Ana,Female\n`);
		const first = { start: { line: 1, character: 14 }, end: { line: 1, character: 15 } };
		for (const text of ['M', 'X', 'Male']) client.change(uri, { range: first, text });
		const version = client.change(uri, {
			range: { ...first, end: { line: 1, character: 18 } },
			text: 'Girl',
		});
		const all = await client.published(uri, version, (found) => found.length === 2);
		assert.deepEqual(
			all.map(({ range }) => range.start.line),
			[1, 100_001],
		);
		assert.equal(client.publishes.at(-1)?.version, version);
	});

	it('4,000 changes of one message are one edit', async () => {
		await start();
		client.open(uri, rows(4000, 'Female'));
		await client.published(uri, 1, (found) => found.length === 1000);
		const changes = Array.from({ length: 4000 }, (_, index) => {
			const line = 4000 - index;
			const character = `${line - 1},5,Reyes,Ana,`.length;
			return { range: { start: { line, character }, end: { line, character: character + 6 } }, text: 'F' };
		});
		const began = performance.now();
		const version = client.change(uri, ...changes);
		assert.deepEqual(await client.published(uri, version, (found) => found.length === 0), []);
		assert.ok(performance.now() - began < 10_000);
	});

	it('a fix of a whole column is one edit per field, and fixes them all', async () => {
		await start({ capabilities: { ...shows, workspace: { workspaceEdit: { documentChanges: true } } } });
		client.open(uri, rows(5000, 'Female'));
		const range = { start: { line: 1, character: 14 }, end: { line: 1, character: 14 } };
		const actions = await client.actions(uri, range);
		const action = actions.find(({ title }) => title === 'Fix All 5,000 "Female" in Gender');
		const [change] = action?.edit?.documentChanges ?? [];
		assert.ok(change && 'edits' in change);
		assert.equal(change.edits.length, 5000);
	});

	it('a pull that an edit overtakes is canceled, and the next one answers', async () => {
		await start({ capabilities: pulls });
		client.open(uri, rows(300_000, 'F'));
		const overtaken = client.pull(uri).then(
			() => 'answered',
			(error: ResponseError<{ retriggerRequest: boolean }>) => [error.code, error.data],
		);
		const first = { start: { line: 1, character: 14 }, end: { line: 1, character: 15 } };
		// When this is answered, the check has begun and is far from done.
		await client.at('hover', uri, first.start);
		client.change(uri, { range: first, text: 'Female' });
		const report = await client.pull(uri);
		assert.deepEqual(await overtaken, [LSPErrorCodes.ServerCancelled, { retriggerRequest: true }]);
		assert.equal(report.kind === 'full' && report.items.length, 1);
	});
});
