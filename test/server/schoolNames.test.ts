/** schools.csv, which is not open and not checked: its names are in the report of its folder. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
	type CoverageReport,
	type ReadFileParams,
	reportRequest,
	type SavedReport,
	type Status,
	statusNotification,
} from '../../server/src/protocol';
import { temporaryFolder } from '../editor/host/cleanup';
import { Client, shows } from './client';

const ROSTER = 'Student_id,School_id,Gender\n1,101,F\n2,101,M\n3,0102,F\n';
const SCHOOLS = 'School_id,School_name\n101,Lincoln Elementary\n102,Oak Middle School\n';

async function namesIn(client: Client, uri: string): Promise<readonly unknown[] | undefined> {
	const report = await client.request<CoverageReport | null>(reportRequest, { uri });
	return report?.schools?.map(({ id, name }) => [id, name]);
}

describe('the names of schools in the report', () => {
	let folder: string;
	let remove: () => void;
	let client: Client;
	const uri = (name: string): string => pathToFileURL(join(folder, name)).href;
	const write = (name: string, text: string | Uint8Array): void => writeFileSync(join(folder, name), text);
	const names = (): ReturnType<typeof namesIn> => namesIn(client, uri('students.csv'));
	const ids = [
		['101', undefined],
		['0102', undefined],
	];
	const named = [['101', 'Lincoln Elementary'], ids[1]];

	beforeEach(() => {
		({ path: folder, remove } = temporaryFolder());
	});
	afterEach(async () => {
		await client.stop();
		remove();
	});

	async function start(options: Parameters<typeof Client.start>[0] = {}): Promise<void> {
		client = await Client.start(options);
		client.open(uri('students.csv'), ROSTER);
	}

	it('are those of schools.csv in the same folder, in any case of its name', async () => {
		write('Schools.CSV', `\ufeff${SCHOOLS}`);
		await start();
		assert.deepEqual(await names(), named);
	});

	it('are not saved where they, or the ID, are a name of a student', async () => {
		write('schools.csv', 'School_id,School_name\n101,Zeb Quill School\n102,Oak School\nQu-1,Elm School\n');
		await start();
		const rows = ['101', '102', 'Qu-1'].flatMap((id, school) =>
			Array.from({ length: 90 }, (_, at) => `${school}${at}x,${id},Poe,Lou\n`),
		);
		const saved = async (student: string) => {
			const text = `Student_id,School_id,Last_name,First_name\n${rows.join('')}${student}\n`;
			client.change(uri('students.csv'), { text });
			const report = await client.request<SavedReport | null>(reportRequest, {
				uri: uri('students.csv'),
				suppress: true,
			});
			assert.ok(typeof report?.schools === 'object');
			return report.schools.listed.map(({ id, name }) => [id, name]);
		};
		assert.deepEqual(await saved('9y,102,Quill,Lou'), [
			['101', 'Zeb Quill School'],
			['102', 'Oak School'],
			['Qu-1', 'Elm School'],
		]);
		assert.deepEqual(await saved('9y,102,QUILL,Zéb'), [
			['101', undefined],
			['102', 'Oak School'],
			['Qu-1', 'Elm School'],
		]);
		assert.deepEqual(await saved('9y,102,Qu,Zeb'), [
			['101', 'Zeb Quill School'],
			['102', 'Oak School'],
		]);
	});

	it('follow the file: it comes, changes and goes', async () => {
		await start({ initializationOptions: { status: true } });
		assert.deepEqual(await names(), ids);
		/** A client asks for the report again after each status. */
		const namesAfter = async (change: () => void): ReturnType<typeof namesIn> => {
			// The first status is on its way when the report is asked for.
			await new Promise((resolve) => setTimeout(resolve, 300));
			const from = client.received.length;
			change();
			await client.until(
				({ method, params }) => (method === statusNotification ? (params as Status) : undefined),
				from,
			);
			return names();
		};
		assert.deepEqual(await namesAfter(() => write('schools.csv', SCHOOLS)), named);
		const renamed = SCHOOLS.replace('Lincoln', 'Elm');
		assert.deepEqual(await namesAfter(() => write('schools.csv', renamed)), [
			['101', 'Elm Elementary'],
			ids[1],
		]);
		assert.deepEqual(await namesAfter(() => rmSync(join(folder, 'schools.csv'))), ids);
	});

	it('are asked of a client that watches files', async () => {
		const capabilities = { ...shows, workspace: { didChangeWatchedFiles: { dynamicRegistration: true } } };
		await start({ capabilities, initialize: { workspaceFolders: [{ uri: uri(''), name: 'district' }] } });
		const asked = await client.until(({ method, params }) =>
			method === 'client/registerCapability' ? JSON.stringify(params) : undefined,
		);
		assert.match(asked, /\*\*\/schools\.csv/);
		assert.deepEqual(await names(), ids);
		write('schools.csv', SCHOOLS);
		client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uri('schools.csv'), type: 1 }] });
		assert.deepEqual(await names(), named);
	});

	for (const [what, bytes] of [
		['Windows-1252', Buffer.from('School_id,School_name\n101,Pe\u00f1a\n', 'latin1')],
		['UTF-16', Buffer.from(`\ufeff${SCHOOLS}`, 'utf16le')],
		['no column of names', Buffer.from('School_id,Name\n101,Lincoln\n')],
		['a quote that never closes', Buffer.from('School_id,School_name\n"101,Lincoln\n')],
		['zeros', Buffer.alloc(1000)],
		['60 MB', Buffer.alloc(60_000_000, SCHOOLS)],
		['30 MB', Buffer.alloc(30_000_000, SCHOOLS)],
	] as const) {
		it(`are IDs where the file has ${what}`, async () => {
			write('schools.csv', bytes);
			await start();
			assert.deepEqual(await names(), ids);
		});
	}

	it('are IDs where a folder or a pipe has the name', async function () {
		mkdirSync(join(folder, 'schools.csv'));
		await start();
		assert.deepEqual(await names(), ids);
		rmSync(join(folder, 'schools.csv'), { recursive: true });
		try {
			execFileSync('mkfifo', [join(folder, 'schools.csv')]);
		} catch {
			return this.skip();
		}
		await client.stop();
		await start();
		assert.deepEqual(await names(), ids);
	});

	it('come through the client where the server has no disk', async () => {
		client = await Client.start({ initializationOptions: { files: true } });
		client.connection.onRequest('cleverDemographics/readFile', ({ uri: wanted }: ReadFileParams) =>
			wanted === 'vscode-vfs://github/d/schools.csv' ? { text: SCHOOLS } : null,
		);
		client.open('vscode-vfs://github/d/students.csv', ROSTER);
		assert.deepEqual(await namesIn(client, 'vscode-vfs://github/d/students.csv'), named);
	});
});
