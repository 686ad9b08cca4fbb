import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import {
	type FolderProblems,
	type FolderState,
	folderStateRequest,
	type GridRowsAnswer,
	gridRowsRequest,
	problemGroupsRequest,
	type ReturnedOpenAnswer,
	returnedCloseRequest,
	returnedOpenRequest,
} from '../../server/src/protocol';
import { Client } from './client';

const rosterUri = 'file:///district/students.csv';
const extensionUri = 'file:///district/students_ext.csv';
const rosterText =
	'Student_id,School_id,Last_name,First_name,Gender,Race\n1,5,Reyes,Ana,F,W\n2,5,Boone,Lee,M,A\n3,5,Diaz,Eva,F,W\n';
const extensionText = 'sis_id,ext.title_i\n1,Yes\n2,No\n3,Yes\n';
const REPORT =
	'sis_id,field,status,message\n1,gender,Failure,Not the gender on file\n2,ext.title_i,Failure,Not served\n3,gender,Failure,Not the gender on file\n9,race,Failure,Who is this?\n';

describe('an error report over the protocol', () => {
	let client: Client;
	/** How many messages were looked at. */
	let seen = 0;
	beforeEach(async () => {
		seen = 0;
		client = await Client.start();
		client.open(rosterUri, rosterText);
		client.open(extensionUri, extensionText);
	});
	afterEach(() => client.stop());

	const open = (text: string, name = 'errors.csv', uri = rosterUri): Promise<ReturnedOpenAnswer> =>
		client.request(returnedOpenRequest, {
			uri,
			name,
			bytes: Buffer.from(text).toString('base64'),
			columns: {},
		});
	/** Waits until the problems that reports make are these, as "source line message". */
	async function waitForReported(uri: string, version: number, expected: readonly string[]): Promise<void> {
		const told = (diagnostics: readonly Diagnostic[]): string[] =>
			diagnostics
				.filter(({ source }) => source !== 'clever-demographics')
				.map(({ source, range, message }) => `${source} ${range.start.line} ${message}`);
		await client.published(uri, version, (all) => told(all).join('\n') === expected.join('\n'), seen);
		seen = client.received.length;
	}
	it('makes a problem of each line, which goes when the value is edited and comes back when that is undone', async () => {
		assert.deepEqual(await open(REPORT), { opened: { placed: 3, unplaced: 1, notes: [] } });
		const one = 'errors.csv 1 Not the gender on file';
		const three = 'errors.csv 3 Not the gender on file';
		await waitForReported(rosterUri, 1, [one, three]);
		seen = 0;
		await waitForReported(extensionUri, 1, ['errors.csv 2 Not served']);
		client.change(rosterUri, { text: rosterText.replace('Ana,F', 'Ana,M') });
		await waitForReported(rosterUri, 2, [three]);
		client.change(rosterUri, { text: rosterText });
		await waitForReported(rosterUri, 3, [one, three]);
		seen = client.received.length;
		await client.request(returnedCloseRequest, { uri: extensionUri, name: 'errors.csv' });
		const from = seen;
		await waitForReported(rosterUri, 3, []);
		seen = from;
		await waitForReported(extensionUri, 1, []);
	});

	it('is listed by message, apart where a line is on no field, and is no reason against an upload', async () => {
		const state = (): Promise<FolderState | null> => client.request(folderStateRequest, { uri: rosterUri });
		const before = await state();
		await open(REPORT);
		const { files, unplaced } = await client.request<FolderProblems>(problemGroupsRequest, {
			uri: rosterUri,
		});
		assert.deepEqual(
			files.map(({ reported }) =>
				reported.map(({ columnName, message, rows }) => [columnName, message, rows]),
			),
			[[['Gender', 'Not the gender on file', 2]], [['ext.title_i', 'Not served', 1]]],
		);
		assert.deepEqual(
			unplaced.map(({ report, reason, row, message }) => [report, reason, row, message]),
			[['errors.csv', 'student', 5, 'Who is this?']],
		);
		assert.deepEqual(await state(), before);
	});

	it('is replaced by one of the same name, and stands beside one of another', async () => {
		await open(REPORT);
		await open('sis_id,field,message\n1,race,First\n');
		await waitForReported(rosterUri, 1, ['errors.csv 1 First']);
		await open('sis_id,field,message\n2,race,Second\n', 'other.csv');
		await waitForReported(rosterUri, 1, ['errors.csv 1 First', 'other.csv 2 Second']);
	});

	it('is marked in the table, which shows the rows of a message alone', async () => {
		await open(REPORT);
		const rows = await client.request<GridRowsAnswer>(gridRowsRequest, {
			uri: rosterUri,
			view: {
				id: 'reported',
				filter: { problems: { rule: 'errors.csv', column: 4, message: 'Not the gender on file' } },
			},
			first: 0,
			count: 10,
			columns: [0],
		});
		assert.deepEqual(
			rows?.rows.map(({ record, findings }) => [
				record,
				findings.map(({ column, message }) => [column, message]),
			]),
			[
				[1, [[4, 'errors.csv: Not the gender on file']]],
				[3, [[4, 'errors.csv: Not the gender on file']]],
			],
		);
	});

	it('of 20,000 lines keeps the limit of problems, with the errors of the check first and exact counts', async () => {
		const text = rosterText + Array.from({ length: 10_000 }, (_, at) => `${at + 4},5,A,B,F,W\n`).join('');
		client.change(rosterUri, { text: `${text}99999,5,A,B,Zebra,W\n` });
		const lines = Array.from(
			{ length: 10_000 },
			(_, at) => `${at + 4},Gender,Bad ${at}\n${at + 4},Race,Worse\n`,
		);
		const answer = await open(`ID,Field,Message\n${lines.join('')}`);
		assert.deepEqual(answer, { opened: { placed: 20_000, unplaced: 0, notes: [] } });
		const listed = await client.published(
			rosterUri,
			2,
			(all) => all.length === 1000 && all.some(({ message }) => /^10,000.*Race/.test(String(message))),
		);
		assert.ok(listed.some(({ message }) => /Zebra/.test(String(message))));
		assert.deepEqual(
			listed.filter(({ range }) => range.start.line === 0).map(({ message }) => message),
			[
				'10,000 rows of errors.csv in Gender.',
				'10,000 rows of errors.csv in Race.',
				'19,004 more problems are not listed here. Fix some of those listed to see the next.',
			],
		);
	});

	it('counts the lines apart that are not listed, and cleans what they name', async () => {
		const lines = Array.from({ length: 600 }, (_, at) => `99${at},gender,Who ${at}\n`).join('');
		await open(`sis_id,field,message\n1,"x\u202Ey",Bad\n${lines}1,gender,Known\n`);
		const { unplaced, otherUnplaced } = await client.request<FolderProblems>(problemGroupsRequest, {
			uri: rosterUri,
		});
		assert.equal(unplaced.length, 500);
		assert.deepEqual(otherUnplaced, { groups: 101, rows: 101 });
		assert.equal(unplaced[0]?.field, 'x<U+202E>y');
	});

	it('is refused where a file changes while it opens', async () => {
		const opening = open(REPORT);
		client.change(rosterUri, { text: rosterText.replace('Ana,F', 'Ana,M') });
		assert.deepEqual(await opening, {
			problem: 'The file changed while the report was opened. Open it again.',
		});
	});

	it('without a name of its own is called an error report', async () => {
		await open('sis_id,field,message\n1,race,First\n', 'Clever-Demographics');
		await waitForReported(rosterUri, 1, ['Error report 1 First']);
	});
});
