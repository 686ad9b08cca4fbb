/** What a client gets that is not ours: nothing but what LSP says of it. */
import assert from 'node:assert/strict';
import type { CompletionList, WorkspaceSymbol } from 'vscode-languageserver';
import { Client, type StartOptions } from './client';

const uri = 'file:///district/students.csv';
const HEADER = 'Student_id,School_id,Last_name,First_name,Race';

let client: Client;
const start = async (options?: StartOptions): Promise<void> => {
	client = await Client.start(options);
};

describe('completion outside VS Code', () => {
	afterEach(() => client.stop());
	const text = `${HEADER}\n1,5,Reyes,Ana,xyz\n2,5,Poe,Bo,pac\n`;
	const listAt = async (line: number): Promise<CompletionList['items']> => {
		const { length } = text.split('\n')[line] as string;
		const list = await client.at<CompletionList>('completion', uri, { line, character: length });
		return list.items;
	};

	it('has no option that the typed text does not match, and begins with the word that matches', async () => {
		await start();
		client.open(uri, text);
		assert.deepEqual(await listAt(1), []);
		const [found, ...more] = await listAt(2);
		assert.deepEqual([found?.label, more], ['P', []]);
		assert.match(found?.filterText ?? '', /^pacific islander/i);
	});

	it('goes by what a client says of itself, and not by its name', async () => {
		await start({ initialize: { clientInfo: { name: 'Visual Studio Code', version: '1.100.0' } } });
		client.open(uri, text);
		assert.deepEqual(await listAt(1), []);
		await client.stop();
		await start({ initializationOptions: { allOptions: true } });
		client.open(uri, text);
		const all = await listAt(1);
		assert.ok(all.length > 5);
		for (const { filterText } of all) assert.equal(filterText, 'xyz');
	});
});

describe('workspace symbols', () => {
	afterEach(() => client.stop());
	const names = async (query: string): Promise<readonly string[]> =>
		(await client.request<WorkspaceSymbol[]>('workspace/symbol', { query })).map(({ name }) => name);

	it('are found without accents and leading zeros', async () => {
		await start();
		client.open(uri, `${HEADER}\n0012003,5,Núñez,Priya,\n`);
		assert.match((await names('nunez pri'))[0] ?? '', /^Núñez, Priya · 0012003/);
		assert.match((await names('12003'))[0] ?? '', /^Núñez, Priya · 0012003/);
		assert.deepEqual(await names('2003'), []);
	});

	it('have a second name only for a client that filters by the name', async () => {
		const text = `${HEADER}\n0012003,5,Núñez,Priya,\n`;
		await start();
		client.open(uri, text);
		assert.deepEqual(await names('nunez'), ['Núñez, Priya · 0012003']);
		await client.stop();
		await start({ initializationOptions: { filtersByName: true } });
		client.open(uri, text);
		assert.deepEqual(await names('nunez'), ['Núñez, Priya · 0012003 · nunez, priya']);
	});

	it('come from the file in view first, which is the one that was asked about last', async () => {
		await start();
		const [one, two] = ['one', 'two'].map((folder) => `file:///${folder}/students.csv`) as [string, string];
		client.open(one, `${HEADER}\n1,5,Reyes,One,\n`);
		client.open(two, `${HEADER}\n2,5,Reyes,Two,\n`);
		assert.deepEqual(await names('reyes'), ['Reyes, Two · 2', 'Reyes, One · 1']);
		await client.at('hover', one, { line: 0, character: 0 });
		assert.deepEqual(await names('reyes'), ['Reyes, One · 1', 'Reyes, Two · 2']);
		assert.deepEqual(await names('reyes'), ['Reyes, One · 1', 'Reyes, Two · 2'], 'a search is no view');
		client.change(two, { text: `${HEADER}\n2,5,Reyes,Tom,\n` });
		assert.deepEqual(
			await names('reyes'),
			['Reyes, One · 1', 'Reyes, Tom · 2'],
			'a rename changes files that are not in view',
		);
		client.open('file:///three/students.csv', `${HEADER}\n3,5,Reyes,New,\n`);
		assert.equal((await names('reyes'))[0], 'Reyes, New · 3');
	});

	it('come from the file that was changed last first, for a client that asks nothing but that', async () => {
		await start();
		const [one, two] = ['one', 'two'].map((folder) => `file:///${folder}/students.csv`) as [string, string];
		client.open(one, `${HEADER}\n1,5,Reyes,One,\n`);
		client.open(two, `${HEADER}\n2,5,Reyes,Two,\n`);
		client.change(one, { text: `${HEADER}\n1,5,Reyes,Tom,\n` });
		assert.deepEqual(await names('reyes'), ['Reyes, Tom · 1', 'Reyes, Two · 2']);
	});
});

describe('a version of a file that an editor shows beside it', () => {
	afterEach(() => client.stop());
	const faulty = `${HEADER}\n1,5,Reyes,Ana,Nobody\n`;
	const position = { line: 1, character: 14 };
	const folder = (scheme: string): StartOptions => ({
		initialize: {
			rootUri: `${scheme}:///district`,
			workspaceFolders: [{ uri: `${scheme}:///district`, name: 'd' }],
		},
	});

	/** The schemes of which a document is answered for and has problems, of those that are opened. */
	async function checked(...schemes: readonly string[]): Promise<readonly string[]> {
		const uriOf = (scheme: string): string => `${scheme}:/district/students.csv`;
		for (const scheme of schemes) client.open(uriOf(scheme), faulty, 'clever-students');
		const answered: string[] = [];
		for (const scheme of schemes)
			if ((await client.at('completion', uriOf(scheme), position)) !== null) answered.push(scheme);
		for (const scheme of answered)
			await client.published(uriOf(scheme), 1, (problems) => problems.length > 0);
		const others = client.publishes.filter(({ uri }) => !answered.map(uriOf).includes(uri));
		assert.deepEqual(others, []);
		return answered;
	}

	it('is nobody’s file to a client with folders: only those of its schemes are checked', async () => {
		await start(folder('file'));
		assert.deepEqual(
			await checked(
				'git',
				'showModifications',
				'vscode-local-history',
				'gitlens',
				'review',
				'x-other',
				'untitled',
			),
			['untitled'],
		);
		await client.stop();
		await start(folder('x-other'));
		assert.deepEqual(await checked('x-third', 'git', 'x-other', 'inmemory', 'vscode-vfs'), [
			'x-other',
			'inmemory',
			'vscode-vfs',
		]);
	});

	it('follows the folders of the client', async () => {
		await start(folder('file'));
		const added = [{ uri: 'x-other:///district', name: 'd' }];
		client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
		assert.deepEqual(await checked('x-third', 'x-other'), ['x-other']);
	});

	it('is taken up as it is by then where it is open before its folder, and not where it is closed', async () => {
		await start(folder('file'));
		const [kept, closed] = ['a', 'b'].map((name) => `x-other:/${name}/students.csv`) as [string, string];
		for (const uri of [kept, closed]) client.open(uri, faulty);
		const nobody = { start: { line: 1, character: 14 }, end: { line: 1, character: 20 } };
		client.change(kept, { range: nobody, text: 'Noone' });
		client.close(closed);
		const added = [{ uri: 'x-other:///', name: 'd' }];
		client.notify('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
		assert.match(JSON.stringify(await client.published(kept, 2)), /Noone/);
		client.change(kept, { range: { start: nobody.start, end: { line: 1, character: 19 } }, text: 'None' });
		assert.match(JSON.stringify(await client.published(kept, 3)), /None/);
		assert.equal(await client.at('completion', closed, position), null);
		client.close(kept);
		assert.equal(await client.at('completion', kept, position), null);
	});

	it('is nobody’s file to a client without folders: an editor in a page names its own as others do', async () => {
		await start();
		assert.deepEqual(
			await checked('git', 'gitlens', 'x-revision', 'file', 'untitled', 'inmemory', 'memory'),
			['file', 'untitled', 'inmemory', 'memory'],
		);
		await client.stop();
		await start({ initialize: { rootUri: 'x-page:///district' } });
		assert.deepEqual(await checked('x-revision', 'x-page'), ['x-page']);
	});
});
