import assert from 'node:assert/strict';
import {
	type NextFieldsAnswer,
	nextFieldsRequest,
	type TextPasteAnswer,
	textPasteRequest,
} from '../../server/src/protocol';
import { Client } from './client';

const uri = 'file:///district/students.csv';
const text = 'Student_id,School_id,Last_name\n1,5,"Reyes, 😀"\n2,5,Boone\n';
const at = (line: number, character: number) => ({
	start: { line, character },
	end: { line, character },
});

describe('the requests of the text editor', () => {
	let client: Client;
	beforeEach(async () => {
		client = await Client.start();
		client.open(uri, text);
	});
	afterEach(() => client.stop());

	it('answer the next field of each selection, 0-based and in UTF-16 units', async () => {
		const params = { file: { uri, version: 1 }, ranges: [at(1, 2), at(2, 6)], backward: false };
		assert.deepEqual(await client.request<NextFieldsAnswer>(nextFieldsRequest, params), [
			{ start: { line: 1, character: 5 }, end: { line: 1, character: 14 } },
			null,
		]);
	});

	it('answer no place of another version, and none in a file that is not ours', async () => {
		const params = { file: { uri, version: 2 }, ranges: [at(1, 2)], backward: true };
		assert.equal(await client.request<NextFieldsAnswer>(nextFieldsRequest, params), null);
		const other = { ...params, file: { uri: 'file:///district/other.csv', version: 1 } };
		assert.equal(await client.request<NextFieldsAnswer>(nextFieldsRequest, other), null);
	});

	it('answer the edits of a block of cells, nothing for other text, and why a block does not fit', async () => {
		const paste = (clipboard: string, version = 1) =>
			client.request<TextPasteAnswer>(textPasteRequest, {
				file: { uri, version },
				clipboard,
				range: at(1, 2),
			});
		assert.deepEqual(await paste('7\tLee, A'), {
			files: [
				{
					uri,
					version: 1,
					edits: [
						{ range: { start: { line: 1, character: 2 }, end: { line: 1, character: 3 } }, newText: '7' },
						{
							range: { start: { line: 1, character: 4 }, end: { line: 1, character: 15 } },
							newText: '"Lee, A"',
						},
					],
				},
			],
			addsRows: false,
			unreadable: 0,
		});
		assert.equal(await paste('Lee, A'), null);
		assert.deepEqual(await paste('a\tb\tc'), {
			problem:
				'The block has 3 columns, but only 2 are left from School_id on. Copy fewer, or start further left.',
		});
		assert.deepEqual(await paste('7\tLee', 2), {
			problem: 'students.csv changed in the meantime, so nothing was done. Try again.',
		});
	});
});
