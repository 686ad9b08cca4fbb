/** Upper and lower case of file names, folders that leave the workspace, and links: on a disk that tells case apart. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Diagnostic, PublishDiagnosticsParams } from 'vscode-languageserver';
import { type Status, statusNotification } from '../../server/src/protocol';
import { temporaryFolder } from '../editor/host/cleanup';
import { Client, shows } from './client';

const ROSTER = 'Student_id,School_id,Last_name,First_name\n1,5,Ash,Bo\n';
const WITH_2 = `${ROSTER}2,5,Poe,Cy\n`;
const EXT = 'sis_id,ext.migrant_status\n2,Yes\n';
const watches = { ...shows, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };

const unknown =
	(...lines: readonly number[]) =>
	(diagnostics: readonly Diagnostic[]): boolean => {
		const found = diagnostics.filter(({ code }) => code === 'dataset/unknown-student');
		return JSON.stringify(found.map(({ range }) => range.start.line)) === JSON.stringify(lines);
	};

describe('the names of files on the disk', () => {
	let folder: string;
	let remove: () => void;
	let client: Client;
	const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
	const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
	const tellsCaseApart = (): boolean => {
		write('a', '');
		return !existsSync(join(folder, 'A'));
	};
	beforeEach(() => {
		({ path: folder, remove } = temporaryFolder());
	});
	afterEach(async () => {
		await client.stop();
		remove();
	});

	it('finds the roster under a name in another case', async () => {
		write('Students.csv', ROSTER);
		client = await Client.start();
		client.open(uri('students_ext.csv'), EXT);
		await client.published(uri('students_ext.csv'), 1, unknown(1));
		write('Students.csv', WITH_2);
		await client.published(uri('students_ext.csv'), 1, unknown(), client.received.length);
	});

	it('prefers the exact name, be the other one open or not', async function () {
		client = await Client.start();
		if (!tellsCaseApart()) return this.skip();
		write('Students.csv', WITH_2);
		write('students.csv', ROSTER);
		client.open(uri('students_ext.csv'), EXT);
		await client.published(uri('students_ext.csv'), 1, unknown(1));
		const from = client.received.length;
		client.open(uri('Students.csv'), WITH_2);
		await client.published(uri('Students.csv'), 1);
		rmSync(join(folder, 'students.csv'));
		await client.published(uri('students_ext.csv'), 1, unknown(), from);
		// Opening the other one changed nothing.
		const earlier = client.received
			.slice(from)
			.filter(({ method }) => method === 'textDocument/publishDiagnostics')
			.map(({ params }) => params as PublishDiagnosticsParams)
			.filter((publish) => publish.uri === uri('students_ext.csv'))
			.slice(0, -1);
		for (const { diagnostics } of earlier) assert.ok(unknown(1)(diagnostics));
	});

	it('takes a change that is reported in another case', async () => {
		write('students.csv', ROSTER);
		const workspaceFolders = [{ uri: uri(''), name: 'district' }];
		client = await Client.start({ capabilities: watches, initialize: { workspaceFolders } });
		client.open(uri('students_ext.csv'), EXT);
		await client.published(uri('students_ext.csv'), 1, unknown(1));
		write('students.csv', WITH_2);
		client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('Students.csv'), type: 2 }] });
		await client.published(uri('students_ext.csv'), 1, unknown());
	});

	it('watches a folder by itself once that has left the workspace', async () => {
		write('students.csv', ROSTER);
		const workspaceFolders = [{ uri: uri(''), name: 'district' }];
		client = await Client.start({ capabilities: watches, initialize: { workspaceFolders } });
		assert.deepEqual(client.result.capabilities.workspace?.workspaceFolders, {
			supported: true,
			changeNotifications: true,
		});
		client.open(uri('students_ext.csv'), EXT);
		await client.published(uri('students_ext.csv'), 1, unknown(1));
		client.notify('workspace/didChangeWorkspaceFolders', { event: { removed: workspaceFolders, added: [] } });
		// Answered after the notification, so the server watches from here on.
		await client.at('hover', uri('students_ext.csv'), { line: 0, character: 0 });
		write('students.csv', WITH_2);
		await client.published(uri('students_ext.csv'), 1, unknown());
	});

	it('follows a link to a file of another folder, in a folder that the client watches too', async () => {
		mkdirSync(join(folder, 'district'));
		mkdirSync(join(folder, 'exports'));
		write('exports/today.csv', ROSTER);
		symlinkSync(join(folder, 'exports', 'today.csv'), join(folder, 'district', 'students.csv'));
		const workspaceFolders = [{ uri: uri('district'), name: 'district' }];
		client = await Client.start({ capabilities: watches, initialize: { workspaceFolders } });
		client.open(uri('district/students_ext.csv'), EXT);
		await client.published(uri('district/students_ext.csv'), 1, unknown(1));
		write('exports/today.csv', WITH_2);
		await client.published(uri('district/students_ext.csv'), 1, unknown());
	});

	it('follows a link under a name in another case', async () => {
		mkdirSync(join(folder, 'exports'));
		write('exports/today.csv', ROSTER);
		symlinkSync(join(folder, 'exports', 'today.csv'), join(folder, 'Students.csv'));
		client = await Client.start();
		client.open(uri('students_ext.csv'), EXT);
		await client.published(uri('students_ext.csv'), 1, unknown(1));
		write('exports/today.csv', WITH_2);
		await client.published(uri('students_ext.csv'), 1, unknown());
	});

	it('does not wait for a pipe of that name', async function () {
		client = await Client.start({ initializationOptions: { status: true } });
		try {
			execFileSync('mkfifo', [join(folder, 'students.csv')]);
		} catch {
			return this.skip();
		}
		client.open(uri('students_ext.csv'), EXT);
		const status = await client.until(({ method, params }) =>
			method === statusNotification ? (params as Status) : undefined,
		);
		assert.deepEqual(status.beside, { fileName: 'students.csv', problem: 'unreadable' });
	});
});
