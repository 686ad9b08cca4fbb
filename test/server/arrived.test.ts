import assert from 'node:assert/strict';
import { toBase64 } from '@exodus/bytes/base64.js';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import { LSPErrorCodes } from 'vscode-languageserver';
import {
	type ArrivedAnswer,
	type ArrivedParams,
	type ArrivedReport,
	type ArrivedStudents,
	type ArrivedStudentsParams,
	arrivedCloseRequest,
	arrivedRequest,
	arrivedStudentsRequest,
} from '../../server/src/protocol';
import { Client } from './client';

const roster = 'file:///district/students.csv';
const extension = 'file:///district/students_ext.csv';
const DOWNLOAD = 'Student ID,Gender,Title I\n1,F,Y\n2,F,\n9,M,Y\n';

describe('a comparison with a download over the protocol', () => {
	let client: Client;
	beforeEach(async () => {
		client = await Client.start();
		client.open(roster, 'Student_id,School_id,Last_name,First_name,Gender\n1,5,Reyes,Ana,F\n2,5,Lee,Jo,M\n');
		client.open(extension, 'sis_id,ext.title_i\n1,Yes\n2,No\n');
	});
	afterEach(() => client.stop());

	const ask = (more: Partial<ArrivedParams> = {}, text = DOWNLOAD): Promise<ArrivedAnswer> => {
		const bytes = toBase64(Buffer.from(text));
		return client.request(arrivedRequest, { id: 'one', uri: roster, name: 'download.csv', bytes, ...more });
	};
	const compare = async (more?: Partial<ArrivedParams>, text?: string): Promise<ArrivedReport> => {
		const answer = await ask(more, text);
		assert.ok('report' in answer, JSON.stringify(answer));
		return answer.report;
	};
	const list = (
		params: Omit<ArrivedStudentsParams, 'id' | 'first' | 'count'>,
	): Promise<ArrivedStudents | null> =>
		client.request(arrivedStudentsRequest, { id: 'one', first: 0, count: 200, ...params });

	it('covers both files of the folder, whichever is asked about', async () => {
		const report = await compare();
		assert.deepEqual(await compare({ uri: extension }), report);
		const { students, categories, fileName } = report;
		assert.deepEqual(
			[fileName, students.ours, students.matched, students.unknown],
			['download.csv', 2, 2, 1],
		);
		assert.deepEqual(
			categories
				.filter(({ sent }) => sent > 0)
				.map(({ element, arrived, missing, different }) => [element, arrived, missing, different]),
			[
				['Gender', 1, 0, 1],
				['ext.title_i', 1, 1, 0],
			],
		);
	});

	it('counts the newest text', async () => {
		assert.equal((await compare()).categories.find(({ element }) => element === 'Gender')?.different, 1);
		client.change(roster, {
			range: { start: { line: 2, character: 11 }, end: { line: 2, character: 12 } },
			text: 'F',
		});
		assert.equal((await compare()).categories.find(({ element }) => element === 'Gender')?.different, 0);
	});

	it('lists students by name until it is closed', async () => {
		assert.equal(await list({ group: { kind: 'unknown' } }), null);
		await compare();
		const group = { kind: 'category', element: 'Gender', outcome: 'different' } as const;
		assert.deepEqual(await list({ group }), {
			total: 1,
			students: [{ id: '2', name: 'Lee, Jo', school: '5' }],
		});
		assert.deepEqual(await list({ group: { kind: 'unknown' } }), {
			total: 1,
			students: [{ id: '9', name: '', school: '' }],
		});
		await client.request(arrivedCloseRequest, { id: 'one' });
		assert.equal(await list({ group }), null);
	});

	it('asks for a column and for a sheet, and takes the answer', async () => {
		const text = 'Pupil,Gender\n1,F\n2,M\n';
		const asked = await ask({}, text);
		assert.deepEqual('idColumns' in asked && asked.idColumns?.map(({ name }) => name), ['Pupil']);
		const report = await compare({ idColumn: 'Pupil' }, text);
		assert.deepEqual([report.idColumn, report.students.matched], ['Pupil', 2]);
	});

	it('says what is missing where there is no file of ours, and where it has no students', async () => {
		const other = await ask({ uri: 'file:///elsewhere/students.csv' });
		assert.deepEqual(other, { problem: 'Open students.csv to compare it with a download.' });
		client.open('file:///empty/students.csv', 'Student_id,Gender\n');
		const empty = await ask({ uri: 'file:///empty/students.csv' });
		assert.deepEqual(empty, {
			problem: 'students.csv has no students that a download could be compared with.',
		});
	});

	it('ends when it is canceled', async () => {
		const rows = Array.from({ length: 20_000 }, (_, at) => `${at},F,Y\n`).join('');
		const bytes = toBase64(Buffer.from(`Student ID,Gender,Title I\n${rows}`));
		const source = new CancellationTokenSource();
		const params: ArrivedParams = { id: 'one', uri: roster, name: 'download.csv', bytes };
		const request = client.connection.sendRequest<ArrivedAnswer>(arrivedRequest, params, source.token);
		source.cancel();
		await assert.rejects(request, { code: LSPErrorCodes.RequestCancelled });
		assert.equal(await list({ group: { kind: 'unknown' } }), null);
		assert.equal((await compare()).students.theirs, 3);
	});
});
