import assert from 'node:assert/strict';
import { toBase64 } from '@exodus/bytes/base64.js';
import { CancellationTokenSource } from 'vscode-jsonrpc/node';
import {
	type ImportConvertAnswer,
	type ImportOpenAnswer,
	type ImportOpenParams,
	type ImportPlanAnswer,
	type ImportView,
	importCloseRequest,
	importConvertRequest,
	importOpenRequest,
	importPlanRequest,
	type Mapping,
	type OpenedImport,
} from '../../server/src/protocol';
import { Client, shows } from './client';

const TEXT = 'Student ID;Sex;Migrant\r\n1;Female;Y\r\n2;Male;N\r\n';

function exported(text: string, more: Partial<ImportOpenParams> = {}): ImportOpenParams {
	const bytes = toBase64(Buffer.from(text));
	return { id: 'one', name: 'export.csv', bytes, decisions: {}, mappings: [], ...more };
}

async function open(client: Client, params: ImportOpenParams): Promise<OpenedImport> {
	const answer = await client.request<ImportOpenAnswer>(importOpenRequest, params);
	assert.ok('view' in answer, JSON.stringify(answer));
	return answer;
}

async function plan(client: Client, id: string, decisions: Mapping): Promise<ImportView> {
	const answer = await client.request<ImportPlanAnswer>(importPlanRequest, { id, decisions });
	assert.ok('plan' in answer, JSON.stringify(answer));
	return answer;
}

async function filesOf(client: Client, id: string, decisions: Mapping) {
	const answer = await client.request<ImportConvertAnswer>(importConvertRequest, { id, decisions });
	assert.ok('files' in answer, JSON.stringify(answer));
	return new Map(answer.files.map(({ fileName, text }) => [fileName, text]));
}

function targetOf({ plan: { targets } }: ImportView, column: string) {
	const target = targets.find(({ element }) => element === column);
	assert.ok(target, column);
	return target;
}

describe('the import over the protocol', () => {
	let client: Client;
	before(async () => {
		client = await Client.start();
	});
	after(() => client.stop());

	it('reads an export, and says what feeds each column', async () => {
		const bytes = toBase64(Buffer.from(`\ufeff${TEXT}`, 'utf16le'));
		const { view, mapping, mappings } = await open(client, exported(TEXT, { bytes }));
		assert.deepEqual([mapping, mappings], [undefined, []]);
		const { encoding, delimiter, header } = view.format;
		assert.deepEqual([encoding, delimiter, header, view.rows], ['utf-16le', ';', true, 2]);
		assert.deepEqual(
			view.columns.map(({ name, samples, filled, distinct }) => [name, samples, filled, distinct]),
			[
				['Student ID', ['1', '2'], 2, 2],
				['Sex', ['Female', 'Male'], 2, 2],
				['Migrant', ['Y', 'N'], 2, 2],
			],
		);
		assert.deepEqual(targetOf(view, 'Student_id').from, ['Student ID']);
		assert.deepEqual(
			targetOf(view, 'Gender').values.map(({ value, code }) => [value, code]),
			[
				['Female', 'F'],
				['Male', 'M'],
			],
		);
	});

	it('makes the files', async () => {
		await open(client, exported(TEXT));
		const files = await filesOf(client, 'one', {});
		assert.equal(files.get('students.csv'), 'Student_id,Gender\r\n1,F\r\n2,M\r\n');
		assert.match(files.get('students_ext.csv') ?? '', /^sis_id,(.*,)?ext\.migrant_status/);
	});

	it('follows each decision, without the bytes being sent again', async () => {
		await open(client, exported('Student ID,Sex,Sex 2\n1,7,Male\n'));
		const decided = await plan(client, 'one', { columns: { Gender: 'Sex 2' } });
		assert.deepEqual(targetOf(decided, 'Gender').from, ['Sex 2']);
		const none = await plan(client, 'one', { columns: { Gender: null } });
		assert.deepEqual(targetOf(none, 'Gender').from, []);
	});

	it('reads the export again where its format is another', async () => {
		await open(client, exported('Student ID,Sex\n1,Male\n'));
		const answer = await client.request<ImportPlanAnswer>(importPlanRequest, {
			id: 'one',
			decisions: { delimiter: ';' },
		});
		assert.ok('plan' in answer);
		assert.deepEqual(
			answer.columns.map(({ name }) => name),
			['Student ID,Sex'],
		);
		assert.equal((await plan(client, 'one', {})).columns.length, 2);
	});

	it('shows the first rows of both files, with what the check says about them', async () => {
		const text = 'Student ID,Last name,Sex,Migrant\n1,Ash,Male,Y\n2,Bo,sailor,N\n';
		const { view } = await open(
			client,
			exported(text, { decisions: { codes: { Gender: { sailor: null } } } }),
		);
		assert.deepEqual(
			view.preview.map(({ fileName }) => fileName),
			['students.csv', 'students_ext.csv'],
		);
		const [students] = view.preview;
		const gender = students?.header.indexOf('Gender') ?? -1;
		assert.deepEqual(
			students?.rows.map(({ values }) => values[gender]),
			['M', 'sailor'],
		);
		assert.deepEqual(students?.rows[0]?.findings, []);
		const [finding] = students?.rows[1]?.findings ?? [];
		assert.equal(finding?.column, gender);
		assert.equal(finding?.severity, 'error');
		assert.match(finding?.message ?? '', /^Gender has no code "?sailor/);
		assert.ok(students?.findings.some(({ message }) => message.includes('School_id')));
	});

	it('shows no password', async () => {
		const secret = 'tulip-8812 ';
		const text = `Student ID,Sex,Password\n1,Male,${secret}\n2,Female,=${secret}\n`;
		const opened = await open(client, exported(text, { decisions: { columns: { Password: 'Password' } } }));
		assert.ok(opened.view.preview[0]?.header.includes('Password'));
		assert.ok(!JSON.stringify(opened).includes('tulip'));
		assert.match((await filesOf(client, 'one', {})).get('students.csv') ?? '', /tulip-8812/);
	});

	it('says how many IDs of a column the students.csv of the folder has', async () => {
		const roster = toBase64(Buffer.from('Student_id,Last_name\n71,Ash\n72,Bo\n'));
		const text = 'Local ID,State ID,Sex\n71,9001,Male\n72,9002,Female\n73,9003,Male\n';
		const { view } = await open(client, exported(text, { roster }));
		const { isOpen, candidates } = targetOf(view, 'Student_id');
		assert.equal(isOpen, true);
		const local = candidates.find(({ name }) => name === 'Local ID');
		assert.deepEqual([local?.matches, local?.of], [2, 3]);
	});

	it('uses the first mapping file that is for an export with these columns', async () => {
		const mappings = [
			{ name: 'broken.json', text: '{ "columns": 7 }' },
			{ name: 'other.json', text: '{ "columns": { "Student_id": "Pupil", "Gender": "G" } }' },
			{ name: 'right.json', text: '{ "columns": { "Student_id": "No", "Gender": "G" } }' },
			{ name: 'later.json', text: '{ "columns": { "Student_id": "No" } }' },
		];
		const opened = await open(client, exported('No,G,Last Name\n1,M,Ash\n', { mappings }));
		assert.deepEqual(
			opened.mappings.map(({ name, use }) => [name, use]),
			[
				['broken.json', 'broken'],
				['other.json', 'other'],
				['right.json', 'used'],
			],
		);
		assert.match(opened.mappings[0]?.problems[0] ?? '', /^Line 1: /);
		assert.deepEqual(opened.mapping?.columns, { Student_id: 'No', Gender: 'G' });
		assert.deepEqual(targetOf(opened.view, 'Student_id').from, ['No']);
		// It adds to what is understood.
		assert.ok(opened.view.plan.targets.some(({ from }) => from.includes('Last Name')));
	});

	it('reads an export as its mapping file says', async () => {
		const text = '{ "delimiter": ";", "columns": { "Student_id": "No", "Gender": "G, H" } }';
		const { view, mappings } = await open(
			client,
			exported('No;G, H\n1;M\n', { mappings: [{ name: 'a', text }] }),
		);
		assert.deepEqual([mappings[0]?.use, view.format.delimiter], ['used', ';']);
	});

	it('uses a mapping file of last month, whose row of names is not there any more', async () => {
		const text = '{ "headerRow": 40, "columns": { "Student_id": "No" } }';
		const opened = await open(client, exported('No,G\n1,M\n', { mappings: [{ name: 'a', text }] }));
		assert.deepEqual([opened.mappings[0]?.use, opened.view.format.headerRow], ['used', 1]);
		assert.deepEqual(opened.mapping, { columns: { Student_id: 'No' } });
	});

	it('says how many students of the old students.csv the new one lacks', async () => {
		await open(client, exported('Student ID,Sex,Last Name\n1,M,Ash\n 2,F,Poe\n'));
		const old = 'Last_name,Student_id\nAsh,1\nPoe,2\nOld,3\nOld,3\nOlder,4\n';
		const roster = Buffer.from(old).toString('base64');
		const answer = await client.request<ImportConvertAnswer>(importConvertRequest, {
			id: 'one',
			decisions: {},
			roster,
		});
		assert.ok('files' in answer);
		assert.deepEqual(answer.replaced, { students: 4, missing: 2, added: 0 });
		const without = await client.request<ImportConvertAnswer>(importConvertRequest, {
			id: 'one',
			decisions: {},
		});
		assert.ok('files' in without && without.replaced === undefined);
	});

	it('forgets an export that is closed, and the oldest of very many', async () => {
		await open(client, exported(TEXT));
		assert.equal(await client.request(importCloseRequest, { id: 'one' }), null);
		const unknown = { unknown: true };
		assert.deepEqual(await client.request(importPlanRequest, { id: 'one', decisions: {} }), unknown);
		assert.deepEqual(await client.request(importConvertRequest, { id: 'one', decisions: {} }), unknown);
		for (let index = 0; index < 10; index++) await open(client, exported(TEXT, { id: `many ${index}` }));
		assert.deepEqual(await client.request(importPlanRequest, { id: 'many 0', decisions: {} }), unknown);
		await plan(client, 'many 9', {});
		await plan(client, 'many 8', {});
	});

	it('names what is wrong with an export, and keeps it for another format', async () => {
		const empty = await client.request(importOpenRequest, exported(''));
		assert.deepEqual(empty, { problem: 'The file is empty.' });
		const broken = client.request(importOpenRequest, exported('', { bytes: '?' }));
		await assert.rejects(broken, { code: -32602 });
		const unclosed = await client.request<ImportOpenAnswer>(importOpenRequest, exported('A|"B\n1|2\n'));
		if ('problem' in unclosed) {
			const answer = await client.request(importPlanRequest, { id: 'one', decisions: { delimiter: '|' } });
			assert.ok(!('unknown' in (answer as object)));
		}
	});

	it('can be canceled, and reads the export the next time', async () => {
		const rows = Array.from({ length: 200_000 }, (_, index) => `${index},Male`).join('\n');
		const source = new CancellationTokenSource();
		const params = exported(`Student ID,Sex\n${rows}\n`);
		const request = client.connection.sendRequest<ImportOpenAnswer>(importOpenRequest, params, source.token);
		source.cancel();
		const answer = await request.catch(() => ({ problem: 'Canceled.' }));
		assert.ok('problem' in answer);
		assert.equal((await open(client, exported(TEXT))).view.rows, 2);
	});
});

describe('the import in a district that accepts further values', () => {
	const acceptedValues: Record<string, string[]> = { Gender: ['Female'] };
	let client: Client;
	before(async () => {
		client = await Client.start({
			capabilities: { ...shows, workspace: { configuration: true } },
			configuration: () => ({ acceptedValues }),
		});
	});
	after(() => client.stop());

	it('asks the client for the settings of the moment', async () => {
		await open(client, exported(TEXT));
		const proposed = async () =>
			targetOf(await plan(client, 'one', {}), 'Gender').values.find(({ value }) => value === 'Female')?.code;
		const imported = async () => (await filesOf(client, 'one', {})).get('students.csv') ?? '';
		assert.equal(await proposed(), 'Female');
		assert.match(await imported(), /^1,Female\r$/m);
		acceptedValues.Gender = [];
		assert.equal(await proposed(), 'F');
		assert.match(await imported(), /^1,F\r$/m);
		const asked = client.received.find(({ method }) => method === 'workspace/configuration');
		assert.deepEqual(asked?.params, { items: [{ section: 'cleverDemographics' }] });
	});
});
