import assert from 'node:assert/strict';
import type { CodeLens, Hover, MarkupContent } from 'vscode-languageserver';
import type { FolderState } from '../../server/src/protocol';
import { Client } from './client';

const roster = 'file:///d/students.csv';
const ext = 'file:///d/students_ext.csv';
const ROSTER =
	'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n2,5,Poe,Bo,Female\n2,5,Poe,Bo,Female\n';
const EXT = 'sis_id,ext.title_i\n1,Yes\n9,No\n';

describe('over the header', () => {
	it('lenses have their titles in the first answer, and our commands only for a client that has them', async () => {
		const client = await Client.start({ initializationOptions: { commands: true } });
		client.open(roster, ROSTER);
		const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {
			textDocument: { uri: roster },
		});
		assert.deepEqual(
			lenses.map(({ command, range }) => [command?.title, command?.command, range.start.line]),
			[
				['2 students · 2 errors', 'cleverDemographics.showProblems', 0],
				['Fix All 2', 'cleverDemographics.fixAll', 0],
				['Report', 'cleverDemographics.showReport', 0],
			],
		);
		await client.stop();
		const plain = await Client.start();
		plain.open(roster, ROSTER);
		const plainLenses = await plain.request<CodeLens[]>('textDocument/codeLens', {
			textDocument: { uri: roster },
		});
		assert.deepEqual(
			plainLenses.map(({ command }) => [command?.title, command?.command]),
			[['2 students · 2 errors', 'cleverDemographics.server.showReadiness']],
		);
		await plain.stop();
	});

	it('a lens opens the table only for a client that can show one', async () => {
		for (const [table, expected] of [
			[true, [{ title: 'Open as Table', command: 'cleverDemographics.openAsTable', arguments: [roster] }]],
			[false, []],
		] as const) {
			const client = await Client.start({ initializationOptions: { commands: true, table } });
			client.open(roster, ROSTER);
			const lenses = await client.request<CodeLens[]>('textDocument/codeLens', {
				textDocument: { uri: roster },
			});
			assert.deepEqual(
				lenses.map(({ command }) => command).filter((command) => /Table/.test(command?.title ?? '')),
				expected,
			);
			await client.stop();
		}
	});

	it('lenses are requested again when the other file changes what they count', async () => {
		const client = await Client.start({
			capabilities: { workspace: { codeLens: { refreshSupport: true } } },
		});
		client.open(roster, ROSTER);
		client.open(ext, EXT);
		const title = async (): Promise<string | undefined> =>
			(await client.request<CodeLens[]>('textDocument/codeLens', { textDocument: { uri: ext } }))[0]?.command
				?.title;
		assert.equal(await title(), '2 students · 1 error');
		client.change(roster, {
			range: { start: { line: 2, character: 0 }, end: { line: 2, character: 1 } },
			text: '9',
		});
		await client.until(({ method }) => method === 'workspace/codeLens/refresh' || undefined);
		assert.equal(await title(), '2 students · students.csv has 2 errors');
		await client.stop();
	});

	it('the hover says how full a column is, counted over both files', async () => {
		const client = await Client.start();
		client.open(roster, ROSTER);
		client.open(ext, EXT);
		const hover = await client.at<Hover>('hover', ext, { line: 0, character: 9 });
		assert.match((hover.contents as MarkupContent).value, /^\*\*50% filled\*\*: 1 of 2 students\./);
		await client.stop();
	});
});

describe('the state of a folder', () => {
	it('counts both files: errors, and students with a row', async () => {
		const client = await Client.start();
		client.open(roster, ROSTER);
		client.open(ext, EXT);
		const state = await client.request<FolderState>('cleverDemographics/folderState', { uri: ext });
		const { readiness, ...counts } = state;
		assert.equal(readiness.state, 'errors');
		assert.deepEqual(counts, {
			files: [
				{ fileName: 'students.csv', records: 3, errors: 2, warnings: 0 },
				{ fileName: 'students_ext.csv', records: 2, errors: 1, warnings: 0 },
			],
			students: 2,
			covered: 1,
		});
		await client.stop();
	});
});
