/** What stands first in a list of IDs: the text that is typed, where the list has all that begin so. */
import { strict as assert } from 'node:assert';
import { CompletionItem, CompletionItemKind, CompletionList, Range, workspace } from 'vscode';
import { keepTyped } from '../../../client/src/text/keepTyped';

describe('a list of student IDs', () => {
	/** The labels of a list for a field that holds what is typed. */
	async function labels(typed: string, ...ids: readonly string[]): Promise<readonly string[]> {
		const document = await workspace.openTextDocument({ language: 'plaintext', content: typed });
		const items = ids.map((id) => {
			const item = new CompletionItem(id, CompletionItemKind.Reference);
			item.range = new Range(0, 0, 0, typed.length);
			item.filterText = typed;
			return item;
		});
		const kept = keepTyped(document, new CompletionList(items, true));
		const list = kept instanceof CompletionList ? kept.items : (kept ?? []);
		return list.map(({ label }) => (typeof label === 'string' ? label : label.label));
	}

	it('begins with what is typed where each ID begins so, but for zeros', async () => {
		assert.deepEqual(await labels('12', '0012003', '1245'), ['12', '0012003', '1245']);
		assert.deepEqual(await labels('0', '0012003', '05'), ['0', '0012003', '05']);
		assert.deepEqual(await labels('"12', '0012003'), ['"12', '0012003']);
	});

	it('is left as it is where an ID is found by a name', async () => {
		assert.deepEqual(await labels('0', '0012003', '5001'), ['0012003', '5001']);
		assert.deepEqual(await labels('12', '1245', '99'), ['1245', '99']);
	});
});
