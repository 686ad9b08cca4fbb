import assert from 'node:assert/strict';
import {
	type CoverageReport,
	type FirstProblem,
	firstProblemRequest,
	reportRequest,
	type SavedReport,
} from '../../server/src/protocol';
import { Client } from './client';

const roster = 'file:///district/students.csv';
const extension = 'file:///district/students_ext.csv';

describe('the report over the protocol', () => {
	let client: Client;

	beforeEach(async () => {
		client = await Client.start();
	});
	afterEach(() => client.stop());

	const ask = (uri: string): Promise<CoverageReport | null> => client.request(reportRequest, { uri });
	const askToSave = (uri: string): Promise<SavedReport | null> =>
		client.request(reportRequest, { uri, suppress: true });

	it('joins the two files of a folder, whichever is asked about', async () => {
		client.open(roster, 'Student_id,School_id,Gender\n1,5,F\n2,5,M\n');
		client.open(extension, 'sis_id,ext.title_i\n1,Yes\n');
		client.open('file:///elsewhere/students_ext.csv', 'sis_id,ext.title_i\n1,Yes\n2,Yes\n');
		const report = await ask(extension);
		assert.deepEqual(report, await ask(roster));
		assert.deepEqual(report?.files, ['students.csv', 'students_ext.csv']);
		assert.equal(report?.students, 2);
		assert.equal(report?.categories.find(({ column }) => column === 'ext.title_i')?.valid, 1);
	});

	it('counts the newest text', async () => {
		client.open(roster, 'Student_id,Gender\n1,F\n');
		assert.equal((await ask(roster))?.students, 1);
		client.change(roster, {
			range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } },
			text: '2,F\n',
		});
		assert.equal((await ask(roster))?.students, 2);
	});

	it('has no counts if it is to be saved and there are fewer than ten students', async () => {
		client.open(roster, 'Student_id,Gender\n1,F\n');
		const report = await askToSave(roster);
		assert.deepEqual([report?.students, report?.fewest], [undefined, 10]);
		assert.ok(report?.categories.every(({ counts }) => counts === undefined));
	});

	it('has ranges of the width that the settings ask for if it is to be saved', async () => {
		const rows = Array.from({ length: 40 }, (_, student) => `${student},F\n`).join('');
		for (const smallCounts of [5, 20, undefined]) {
			const other = await Client.start({ initializationOptions: { settings: { smallCounts } } });
			other.open(roster, `Student_id,Gender\n${rows}`);
			const report = await other.request<SavedReport>(reportRequest, { uri: roster, suppress: true });
			const { few } = report.categories.find(({ column }) => column === 'Gender')?.counts ?? {};
			assert.equal(report.students, 40);
			assert.ok((few?.to ?? 0) + 1 >= (smallCounts ?? 10), `${smallCounts}: ${few?.to}`);
			assert.ok((few?.to ?? 0) + 1 < (smallCounts ?? 10) + 10, `${smallCounts}: ${few?.to}`);
			await other.stop();
		}
	});

	it('finds the first problem of a rule', async () => {
		client.open(roster, 'Student_id,Gender\n1,F\n2,Female\n');
		await ask(roster);
		const first = await client.request<FirstProblem | null>(firstProblemRequest, {
			uri: roster,
			rule: 'field/unknown-code',
			fileName: 'students.csv',
		});
		assert.deepEqual(first, {
			uri: roster,
			range: { start: { line: 2, character: 2 }, end: { line: 2, character: 8 } },
		});
	});

	it('is null for a file that is not open, or not one of the two', async () => {
		client.open('file:///district/grades.csv', 'a,b\n');
		assert.equal(await ask('file:///district/grades.csv'), null);
		assert.equal(await ask(roster), null);
	});
});
