import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { LSPErrorCodes, type TextEdit } from 'vscode-languageserver';
import {
	type FileProblems,
	type FixGroupAnswer,
	type FolderProblems,
	fixGroupRequest,
	problemGroupsRequest,
} from '../../server/src/protocol';
import { temporaryFolder } from '../editor/host/cleanup';
import { edited } from '../support/features';
import { Client } from './client';

const rosterUri = 'file:///district/students.csv';
const extensionUri = 'file:///district/students_ext.csv';
const rosterText =
	'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,Female\n2,5,Boone,Lee,Female\n3,5,Diaz,Eva,Q\n';
const extensionText = 'sis_id,ext.title_i\n1,yes\n2,"yes"\n3,Yes\n';

describe('the problems by value over the protocol', () => {
	let client: Client;
	beforeEach(async () => {
		client = await Client.start();
		client.open(rosterUri, rosterText);
		client.open(extensionUri, extensionText);
	});
	afterEach(() => client.stop());

	const ask = (uri: string): Promise<FolderProblems | null> => client.request(problemGroupsRequest, { uri });
	const groupsOf = async (uri: string): Promise<FileProblems> => {
		const [file] = (await ask(uri))?.files ?? [];
		assert.ok(file);
		return file;
	};

	it('have a value once, with its rows and its fix, most rows first', async () => {
		const { groups, version, fileName, others } = await groupsOf(rosterUri);
		assert.deepEqual([version, fileName, others], [1, 'students.csv', { groups: 0, rows: 0 }]);
		assert.deepEqual(
			groups.map(({ columnName, value, rows, fixes: [fix] }) => [
				columnName,
				value,
				fix?.isPreferred ? fix.newValue : 'to choose',
				rows,
			]),
			[
				['Gender', 'Female', 'F', 2],
				['Gender', 'Q', 'to choose', 1],
			],
		);
	});

	it('are those of both files, first of the one that is asked about', async () => {
		const files = (await ask(extensionUri))?.files ?? [];
		assert.deepEqual(
			files.map(({ uri }) => uri),
			[extensionUri, rosterUri],
		);
		for (const { groups, findings } of files) {
			assert.equal(
				groups.reduce((sum, { rows }) => sum + rows, 0),
				findings,
			);
		}
	});

	it('are fixed by value, in every row that has it', async () => {
		const { groups } = await groupsOf(extensionUri);
		const yes = groups.find(({ value }) => value === 'yes');
		const answer = await client.request<FixGroupAnswer>(fixGroupRequest, {
			file: { uri: extensionUri, version: 1 },
			group: yes?.id,
			fix: yes?.fixes[0]?.id,
		});
		assert.ok('files' in answer);
		const [file] = answer.files;
		assert.equal(
			edited(extensionText, (file?.edits ?? []) as TextEdit[]),
			'sis_id,ext.title_i\n1,Yes\n2,"Yes"\n3,Yes\n',
		);
		assert.equal(answer.changed, 2);
	});

	it('are not fixed in another version, nor where they are gone', async () => {
		const fix = (version: number, group: unknown): Promise<FixGroupAnswer> =>
			client.request(fixGroupRequest, { file: { uri: rosterUri, version }, group, fix: 'set-value:F' });
		const { groups } = await groupsOf(rosterUri);
		assert.ok('problem' in (await fix(2, groups[0]?.id)));
		for (const id of ['', '[]', 'null', '{', '["error","field/unknown-code",4,false,"M"]']) {
			assert.ok('problem' in (await fix(1, id)), String(id));
		}
	});

	it('are not fixed where the other file changes in the meantime', async () => {
		const uriOf = (name: string): string => `file:///large/${name}`;
		const extension = uriOf('students_ext.csv');
		const ids = Array.from({ length: 60_000 }, (_, index) => index);
		client.open(uriOf('students.csv'), rosterText);
		client.open(extension, `sis_id,ext.title_i\n${ids.map((id) => `${id},yes\n`).join('')}`);
		const yes = (await groupsOf(extension)).groups.find(({ value }) => value === 'yes');
		const fixing = client.request<FixGroupAnswer>(fixGroupRequest, {
			file: { uri: extension, version: 1 },
			group: yes?.id,
			fix: yes?.fixes[0]?.id,
		});
		// Its answer comes when the fix has begun: it is longer in the making than this one.
		await client.request('textDocument/hover', {
			textDocument: { uri: extension },
			position: { line: 0, character: 0 },
		});
		const start = { line: 1, character: 0 };
		client.change(uriOf('students.csv'), { range: { start, end: start }, text: '0' });
		const answer = await fixing;
		assert.match('problem' in answer ? answer.problem : '', /^students\.csv changed/);
	});

	it('are those of the other file on the disk too, where it is not open', async () => {
		const { path, remove } = temporaryFolder();
		const uriOf = (name: string): string => pathToFileURL(join(path, name)).href;
		writeFileSync(join(path, 'students_ext.csv'), extensionText);
		client.open(uriOf('students.csv'), rosterText);
		const files = (await ask(uriOf('students.csv')))?.files ?? [];
		assert.deepEqual(
			files.map(({ fileName, version, groups: [group] }) => [fileName, version, group?.value, group?.rows]),
			[
				['students.csv', 1, 'Female', 2],
				['students_ext.csv', null, 'yes', 2],
			],
		);
		remove();
	});

	it('are refused where the request is canceled, or a file changes in the meantime', async () => {
		const cancel = new CancellationTokenSource();
		const large = Array.from({ length: 60_000 }, (_, index) => `${index},5,A,B,Q${index}\n`).join('');
		const uri = 'file:///large/students.csv';
		client.open(uri, `Student_id,School_id,Last_name,First_name,Gender\n${large}`);
		const canceled = client.connection.sendRequest(problemGroupsRequest, { uri }, cancel.token);
		cancel.cancel();
		await assert.rejects(canceled, { code: LSPErrorCodes.RequestCancelled });
		const changed = ask(uri);
		const start = { line: 1, character: 0 };
		client.change(uri, { range: { start, end: start }, text: 'x' });
		await assert.rejects(changed, { code: LSPErrorCodes.ContentModified });
		const { groups, others, findings } = await groupsOf(uri);
		assert.deepEqual([groups.length, others.groups, others.rows], [500, 59_500, findings - 500]);
	});

	it('are null for what is none of our files', async () => {
		assert.equal(await ask('file:///district/other.csv'), null);
	});
});
