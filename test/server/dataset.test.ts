import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, Diagnostic } from 'vscode-languageserver';
import { type Status, statusNotification } from '../../server/src/protocol';
import { temporaryFolder } from '../editor/host/cleanup';
import { Client, pulls, shows } from './client';

const ROSTER = 'Student_id,School_id,Last_name,First_name\n1001,5,Reyes,Ana\n';
const EXT = 'sis_id,ext.title_i\n1001,Yes\n1002,No\n';

const unknown = (diagnostics: readonly Diagnostic[]): number[] =>
	diagnostics
		.filter(({ code }) => code === 'dataset/unknown-student')
		.map(({ range }) => range.start.line)
		.sort();

const are =
	(...lines: readonly number[]) =>
	(diagnostics: readonly Diagnostic[]): boolean =>
		JSON.stringify(unknown(diagnostics)) === JSON.stringify(lines);

describe('two files of one folder', () => {
	let folder: string;
	const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
	const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
	let remove: () => void;
	beforeEach(() => {
		({ path: folder, remove } = temporaryFolder());
	});
	afterEach(() => remove());

	/** Waits for a status of students_ext.csv. */
	const statusOf = (client: Client, wanted: (status: Status) => boolean, from = 0): Promise<Status> =>
		client.until(({ method, params }) => {
			if (method !== statusNotification) return undefined;
			const status = params as Status;
			return status.uri === uri('students_ext.csv') && wanted(status) ? status : undefined;
		}, from);

	it('both open: an edit of one changes the problems of the other', async () => {
		const client = await Client.start();
		client.open(uri('students_ext.csv'), EXT);
		await client.published(uri('students_ext.csv'), 1, are());
		client.open(uri('students.csv'), ROSTER);
		await client.published(uri('students_ext.csv'), 1, are(2));
		const range = { start: { line: 1, character: 3 }, end: { line: 1, character: 4 } };
		const from = client.received.length;
		client.change(uri('students.csv'), { range, text: '2' });
		await client.published(uri('students_ext.csv'), 1, are(1), from);
		client.close(uri('students.csv'));
		await client.published(uri('students_ext.csv'), 1, are(), from);
		await client.stop();
	});

	it('one on the disk: the server watches it if the client does not', async () => {
		write('students.csv', ROSTER);
		const client = await Client.start();
		client.open(uri('students_ext.csv'), EXT);
		await client.published(uri('students_ext.csv'), 1, are(2));
		write('students.csv', `${ROSTER}1002,5,Poe,Bo\n`);
		await client.published(uri('students_ext.csv'), 1, are());
		const from = client.received.length;
		write('students.csv', 'Student_id,School_id,Last_name,First_name\n7,5,Poe,Bo\n');
		await client.published(uri('students_ext.csv'), 1, are(1, 2), from);
		rmSync(join(folder, 'students.csv'));
		await client.published(uri('students_ext.csv'), 1, are(), from);
		await client.stop();
	});

	it('with students.csv on the disk or open: the header counts the students with an IEP and without IDEA', async () => {
		const counts =
			(...wanted: readonly string[]) =>
			(diagnostics: readonly Diagnostic[]): boolean => {
				const found = diagnostics.filter(({ code }) => code === 'dataset/iep-without-idea');
				return (
					JSON.stringify(found.map(({ message }) => String(message).split(' ')[0])) === JSON.stringify(wanted)
				);
			};
		const roster = 'Student_id,School_id,Last_name,First_name,IEP_status\n1,5,Reyes,Ana,Y\n2,5,Poe,Bo,Y\n';
		write('students.csv', roster);
		const client = await Client.start();
		client.open(uri('students_ext.csv'), 'sis_id,ext.idea_indicator\n1,No\n');
		await client.published(uri('students_ext.csv'), 1, counts('2'));
		client.open(uri('students.csv'), roster);
		const range = { start: { line: 2, character: 11 }, end: { line: 2, character: 12 } };
		client.change(uri('students.csv'), { range, text: 'N' });
		await client.published(uri('students_ext.csv'), 1, counts('1'));
		rmSync(join(folder, 'students.csv'));
		client.close(uri('students.csv'));
		await client.published(uri('students_ext.csv'), 1, counts(), client.received.length - 1);
		await client.stop();
	});

	it('one on the disk: a client that watches files is asked to, and relied on', async () => {
		write('students.csv', ROSTER);
		const capabilities = { ...shows, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
		const workspaceFolders = [{ uri: uri(''), name: 'district' }];
		const client = await Client.start({ capabilities, initialize: { workspaceFolders } });
		const asked = await client.until(({ method, params }) =>
			method === 'client/registerCapability' ? JSON.stringify(params) : undefined,
		);
		assert.match(asked, /didChangeWatchedFiles.*\*\*\/students\.csv.*\*\*\/students_ext\.csv/);
		client.open(uri('students_ext.csv'), EXT);
		await client.published(uri('students_ext.csv'), 1, are(2));
		write('students.csv', `${ROSTER}1002,5,Poe,Bo\n`);
		client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('students.csv'), type: 2 }] });
		await client.published(uri('students_ext.csv'), 1, are());
		await client.stop();
	});

	it('one outside the folders of a client that watches files: the server watches it', async () => {
		write('students.csv', ROSTER);
		const capabilities = { ...shows, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
		const workspaceFolders = [{ uri: uri('next'), name: 'next' }];
		const client = await Client.start({ capabilities, initialize: { workspaceFolders } });
		client.open(uri('students_ext.csv'), EXT);
		await client.published(uri('students_ext.csv'), 1, are(2));
		write('students.csv', `${ROSTER}1002,5,Poe,Bo\n`);
		await client.published(uri('students_ext.csv'), 1, are());
		await client.stop();
	});

	it('one whose URI the client writes in several ways', async () => {
		mkdirSync(join(folder, 'a b ü'));
		write('a b ü/students.csv', ROSTER);
		const capabilities = { ...shows, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
		const workspaceFolders = [{ uri: uri(''), name: 'district' }];
		const client = await Client.start({ capabilities, initialize: { workspaceFolders } });
		const ext = `${uri('')}/a%20b%20%C3%BC/students_ext.csv`;
		client.open(ext, EXT);
		await client.published(ext, 1, are(2));
		write('a b ü/students.csv', `${ROSTER}1002,5,Poe,Bo\n`);
		const changed = `${uri('')}/a b ü/students.csv`;
		client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: changed, type: 2 }] });
		await client.published(ext, 1, are());
		client.open(changed, ROSTER);
		await client.published(ext, 1, are(2), client.received.length);
		write('a b ü/students.csv', 'Student_id\n7\n');
		client.close(changed);
		await client.published(ext, 1, are(1, 2));
		await client.stop();
	});

	it('both open: a client that pulls gets both, and is asked to pull again', async () => {
		write('students.csv', ROSTER);
		const client = await Client.start({ capabilities: pulls, initializationOptions: { status: true } });
		assert.equal(client.result.capabilities.diagnosticProvider?.interFileDependencies, true);
		client.open(uri('students_ext.csv'), EXT);
		const first = await client.pull(uri('students_ext.csv'));
		assert.ok(first.kind === 'full');
		assert.deepEqual(unknown(first.items), [2]);
		const from = client.received.length;
		client.open(uri('students.csv'), `${ROSTER}1002,5,Poe,Bo\n`);
		await client.until(({ method }) => (method === 'workspace/diagnostic/refresh' ? true : undefined), from);
		const again = await client.pull(uri('students_ext.csv'), first.resultId);
		assert.ok(again.kind === 'full');
		assert.deepEqual(unknown(again.items), []);
		assert.equal((await client.pull(uri('students_ext.csv'), again.resultId)).kind, 'unchanged');
		await client.stop();
	});

	it('both open: a client that pulls is asked to without a status too, and not after its own edits', async () => {
		write('students.csv', ROSTER);
		const client = await Client.start({ capabilities: pulls });
		const refreshes = (): number =>
			client.received.filter(({ method }) => method === 'workspace/diagnostic/refresh').length;
		client.open(uri('students_ext.csv'), EXT);
		await client.pull(uri('students_ext.csv'));
		const range = { start: { line: 1, character: 5 }, end: { line: 1, character: 8 } };
		client.change(uri('students_ext.csv'), { range, text: 'No' });
		const before = await client.pull(uri('students_ext.csv'));
		assert.ok(before.kind === 'full');
		assert.deepEqual([unknown(before.items), refreshes()], [[2], 0]);
		write('students.csv', `${ROSTER}1002,5,Poe,Bo\n`);
		await client.until(({ method }) => (method === 'workspace/diagnostic/refresh' ? true : undefined));
		await client.stop();
	});

	it('both open: a client that pulls but cannot be refreshed is pushed to, also when the other file changes', async () => {
		const client = await Client.start({ capabilities: { textDocument: pulls.textDocument } });
		assert.equal(client.result.capabilities.diagnosticProvider, undefined);
		client.open(uri('students_ext.csv'), EXT);
		client.open(uri('students.csv'), `${ROSTER}1002,5,Poe,Bo\n`);
		await client.published(uri('students_ext.csv'), 1, are());
		const from = client.received.length;
		client.change(uri('students.csv'), { text: ROSTER });
		await client.published(uri('students_ext.csv'), 1, are(2), from);
		await client.stop();
	});

	it('both open: a client that spells the refresh like the pull is asked to pull again', async () => {
		const workspace = { diagnostic: { refreshSupport: true } };
		const capabilities = { textDocument: pulls.textDocument, workspace } as ClientCapabilities;
		const client = await Client.start({ capabilities });
		assert.ok(client.result.capabilities.diagnosticProvider);
		client.open(uri('students_ext.csv'), EXT);
		client.open(uri('students.csv'), `${ROSTER}1002,5,Poe,Bo\n`);
		const before = await client.pull(uri('students_ext.csv'));
		assert.ok(before.kind === 'full');
		assert.deepEqual(unknown(before.items), []);
		const from = client.received.length;
		client.change(uri('students.csv'), { text: ROSTER });
		await client.until(({ method }) => (method === 'workspace/diagnostic/refresh' ? true : undefined), from);
		const after = await client.pull(uri('students_ext.csv'), before.resultId);
		assert.ok(after.kind === 'full');
		assert.deepEqual(unknown(after.items), [2]);
		assert.deepEqual(client.publishes, []);
		await client.stop();
	});

	it('one that cannot be read is no finding, and is in the status', async () => {
		mkdirSync(join(folder, 'students.csv'));
		const client = await Client.start({ initializationOptions: { status: true } });
		client.open(uri('students_ext.csv'), EXT);
		const { beside } = await statusOf(client, () => true);
		assert.deepEqual(beside, {
			fileName: 'students.csv',
			problem: 'unreadable',
		});
		assert.deepEqual(unknown(await client.published(uri('students_ext.csv'), 1)), []);
		await client.stop();
	});

	it('one that can no longer be read is in the next status, though no finding changes', async () => {
		write('students.csv', `${ROSTER}1002,5,Poe,Bo\n`);
		const client = await Client.start({ initializationOptions: { status: true } });
		client.open(uri('students_ext.csv'), EXT);
		await statusOf(client, ({ counts, beside }) => counts.error === 0 && beside === undefined);
		const from = client.received.length;
		rmSync(join(folder, 'students.csv'));
		mkdirSync(join(folder, 'students.csv'));
		await statusOf(client, ({ beside }) => beside?.problem === 'unreadable', from);
		await client.stop();
	});

	it('both open: a client that pulls first gets the status all the same', async () => {
		const client = await Client.start({ capabilities: pulls, initializationOptions: { status: true } });
		client.open(uri('students_ext.csv'), EXT);
		await statusOf(client, ({ counts }) => counts.error === 0);
		// Many students, so that the roster is still being checked when the client pulls.
		const from = client.received.length;
		client.open(uri('students.csv'), ROSTER + '5,5,Poe,Bo\n'.repeat(30_000));
		const pulled = await client.pull(uri('students_ext.csv'));
		assert.ok(pulled.kind === 'full');
		assert.deepEqual(unknown(pulled.items), [2]);
		await statusOf(client, ({ counts }) => counts.error === 1, from);
		await client.stop();
	});

	it('of a file system that only the client can read', async () => {
		const client = await Client.start({ initializationOptions: { files: true } });
		client.connection.onRequest('cleverDemographics/readFile', ({ uri: wanted }: { uri: string }) =>
			wanted === 'vscode-vfs:/d/students.csv' ? { text: ROSTER } : null,
		);
		client.open('vscode-vfs:/d/students_ext.csv', EXT);
		await client.published('vscode-vfs:/d/students_ext.csv', 1, are(2));
		await client.stop();
	});

	it('in another folder is another dataset', async () => {
		write('students.csv', ROSTER);
		mkdirSync(join(folder, 'next'));
		const client = await Client.start();
		client.open(uri('next/students_ext.csv'), EXT);
		assert.deepEqual(unknown(await client.published(uri('next/students_ext.csv'), 1)), []);
		await client.stop();
	});
});
