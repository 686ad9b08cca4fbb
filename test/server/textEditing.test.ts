import assert from 'node:assert/strict';
import { type TextPasteAnswer, textPasteRequest } from '../../server/src/protocol';
import { Client } from './client';

const uri = 'file:///district/students.csv';
const text = 'Student_id,School_id,Last_name\n1,5,"Reyes, 😀"\n2,5,Boone\n';
const at = (line: number, character: number) => ({
	start: { line, character },
	end: { line, character },
});

describe('the request of a paste into the text', () => {
	let client: Client;
	beforeEach(async () => {
		client = await Client.start();
		client.open(uri, text);
	});
	afterEach(() => client.stop());

	it('answers the edits of a block of cells, nothing for other text, and why a block does not fit', async () => {
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
