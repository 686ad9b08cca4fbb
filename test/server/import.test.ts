import assert from 'node:assert/strict';
import { toBase64 } from '@exodus/bytes/base64.js';
import {
	type ColumnCodes,
	type ConvertAnswer,
	codesRequest,
	convertRequest,
	type InspectAnswer,
	inspectRequest,
	type Mapping,
} from '../../server/src/protocol';
import { genderCodes } from '../../server/src/spec/optionSets/gender';
import { Client, shows } from './client';

const TEXT = 'Student ID;Sex;Migrant\r\n1;Female;Y\r\n2;Male;N\r\n';
const bytes = toBase64(Buffer.from(`\ufeff${TEXT}`, 'utf16le'));
const mapping: Mapping = {
	columns: { Student_id: 'Student ID', Gender: 'Sex', 'ext.migrant_status': 'Migrant' },
};

describe('the import over the protocol', () => {
	let client: Client;
	before(async () => {
		client = await Client.start();
	});
	after(() => client.stop());

	it('shows the format of an export, and proposes columns', async () => {
		const seen = (await client.request(inspectRequest, { bytes, layout: {} })) as InspectAnswer;
		assert.ok(!('problem' in seen));
		assert.deepEqual(
			[seen.encoding, seen.delimiter, seen.header, seen.rows, seen.firstRows.length],
			['utf-16le', ';', true, 2, 2],
		);
		assert.equal(seen.proposals.find(({ column }) => column === 'Gender')?.source, 'Sex');
	});

	it('proposes codes for the values of a column', async () => {
		const params = { column: 'Gender', values: [{ value: 'Female', count: 2 }] };
		const { options, values } = (await client.request(codesRequest, params)) as ColumnCodes;
		assert.deepEqual(
			options.map(({ text }) => text),
			genderCodes.options.map(({ code, label }) => `${code} (${label})`),
		);
		assert.equal(values[0]?.code, 'F');
		assert.equal(await client.request(codesRequest, { column: 'Last_name', values: [] }), null);
	});

	it('makes the files', async () => {
		const params = { bytes, mapping: JSON.stringify(mapping) };
		const answer = (await client.request(convertRequest, params)) as ConvertAnswer;
		assert.ok('files' in answer);
		assert.deepEqual(
			answer.files.map(({ fileName, rows }) => [fileName, rows]),
			[
				['students.csv', 2],
				['students_ext.csv', 2],
			],
		);
	});

	it('names what is wrong with a mapping and with an export', async () => {
		const wrong = { bytes, mapping: '{ "columns": { "Student_id": "ID" } }' };
		const answer = await client.request(convertRequest, wrong);
		assert.match(JSON.stringify(answer), /The mapping names only Student_id\./);
		const empty = await client.request(inspectRequest, { bytes: '', layout: {} });
		assert.deepEqual(empty, { problem: 'The file is empty.' });
		const broken = await client.request(inspectRequest, { bytes: '?', layout: {} });
		assert.deepEqual(broken, { problem: 'The export could not be read. Export it again as CSV.' });
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
		const importedRows = async (): Promise<string> => {
			const params = { bytes, mapping: JSON.stringify(mapping) };
			const answer = await client.request<ConvertAnswer>(convertRequest, params);
			assert.ok('files' in answer);
			return answer.files.map(({ text }) => text).join('');
		};
		const codes = { column: 'Gender', values: [{ value: 'Female', count: 1 }] };
		const proposed = async () => (await client.request<ColumnCodes>(codesRequest, codes)).values[0]?.code;
		assert.equal(await proposed(), 'Female');
		assert.match(await importedRows(), /^1,Female\r$/m);
		acceptedValues.Gender = [];
		assert.equal(await proposed(), 'F');
		assert.match(await importedRows(), /^1,F\r$/m);
		const asked = client.received.find(({ method }) => method === 'workspace/configuration');
		assert.deepEqual(asked?.params, { items: [{ section: 'cleverDemographics' }] });
	});
});
