import assert from 'node:assert/strict';
import { recallArrangement, rememberArrangement } from '../../../client/src/grid/arrangement';
import type { ColumnArrangement } from '../../../client/src/grid/messages';
import type { GridColumn, GridLayout } from '../../../server/src/protocol';

function column(index: number, name: string, title: string): GridColumn {
	return {
		index,
		name,
		title,
		letter: 'A',
		role: 'other',
		isSecret: false,
		hasCodes: false,
		width: 4,
		problems: 0,
	};
}

function layout(...columns: readonly GridColumn[]): GridLayout {
	return { version: 1, columns, total: 1, isComplete: true, isCompared: false, findings: [], rules: [] };
}

/** VS Code's memory, which holds what JSON holds. */
function memory() {
	const kept = new Map<string, unknown>();
	return {
		kept,
		get: <T>(key: string): T | undefined => kept.get(key) as T | undefined,
		update: async (key: string, value: unknown) => void kept.set(key, JSON.parse(JSON.stringify(value))),
	};
}

const pets = layout(column(0, 'Pet_id', 'The ID of the pet'), column(1, 'Color', ''));
const arrangement: ColumnArrangement = {
	set: 'all',
	hidden: ['Color'],
	order: ['Color', 'Pet_id'],
	widths: { Pet_id: 80 },
};

describe('how the columns of a table are arranged', () => {
	it('is remembered by the name of the file', async () => {
		const kept = memory();
		await rememberArrangement(kept, 'pets.csv', arrangement, pets);
		assert.deepEqual(recallArrangement(kept, 'pets.csv'), arrangement);
		assert.equal(recallArrangement(kept, 'owners.csv'), null);
	});

	it('keeps no name where the first row is not a header, since names are values there', async () => {
		const kept = memory();
		const row = layout(column(0, '1001', ''), column(1, 'Reyes', ''));
		const named: ColumnArrangement = {
			set: 'all',
			hidden: ['1001'],
			order: ['Reyes'],
			widths: { Reyes: 80 },
		};
		await rememberArrangement(kept, 'pets.csv', named, row);
		assert.deepEqual(recallArrangement(kept, 'pets.csv'), { set: 'all', hidden: [], order: [], widths: {} });
		assert.doesNotMatch(JSON.stringify([...kept.kept]), /Reyes|1001/);
	});

	it('is read from whatever is there', async () => {
		const kept = memory();
		await rememberArrangement(kept, 'pets.csv', arrangement, pets);
		const [key] = kept.kept.keys();
		assert.ok(key);
		const all = { hidden: [], order: [], widths: {} };
		const read: readonly (readonly [unknown, ColumnArrangement | null])[] = [
			[undefined, null],
			['all', null],
			[{ set: 'some' }, null],
			[{ set: 'all' }, { set: 'all', ...all }],
			[
				{ set: 'all', hidden: 'Color', order: [1, 'Color', null], widths: [] },
				{ set: 'all', ...all, order: ['Color'] },
			],
			[
				{ set: 'all', widths: { Color: 'wide', Pet_id: -4, Age: 1e9, Kind: 90 } },
				{ set: 'all', ...all, widths: { Kind: 90 } },
			],
			[
				{ set: 'all', order: ['x'.repeat(5000)] },
				{ set: 'all', ...all },
			],
		];
		for (const [value, expected] of read) {
			kept.kept.set(key, value);
			assert.deepEqual(recallArrangement(kept, 'pets.csv'), expected);
		}
	});

	it('is not replaced by a message that is none', async () => {
		const kept = memory();
		await rememberArrangement(kept, 'pets.csv', arrangement, pets);
		await rememberArrangement(kept, 'pets.csv', { set: 'none' }, pets);
		assert.deepEqual(recallArrangement(kept, 'pets.csv'), arrangement);
	});
});
