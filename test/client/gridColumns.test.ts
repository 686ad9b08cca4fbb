import assert from 'node:assert/strict';
import { DEFAULT_ARRANGEMENT, movedOrder, planShown } from '../../client/src/grid/page/columns';
import { viewWithColumns } from '../../client/src/grid/page/keptState';
import type { GridColumn, GridColumnRole } from '../../server/src/protocol';

const column = (name: string, index: number, role: GridColumnRole = 'other'): GridColumn => ({
	index,
	name,
	role,
	title: '',
	letter: 'A',
	isSecret: false,
	hasCodes: false,
	width: 8,
	problems: 0,
});
const columns = [
	column('Building', 0, 'school'),
	column('Tag', 1, 'key'),
	column('Notes', 2),
	column('Kind', 3, 'category'),
	column('Name', 4, 'name'),
	column('Notes', 5),
];
const names = (plan: ReturnType<typeof planShown>) => plan.shown.map(({ key }) => key);

describe('the columns of the table', () => {
	const none = new Set<string>();
	const textWidth = (name: string): number => name.length * 7;
	const plan = (change = {}, width = 2000, problems: ReadonlySet<string> = none) =>
		planShown(columns, { ...DEFAULT_ARRANGEMENT, ...change }, problems, 100, width, textWidth);

	it('are those of the set, the ID and the names first', () => {
		assert.deepEqual(names(plan()), ['Tag', 'Name', 'Building', 'Kind']);
		assert.deepEqual(names(plan({ set: 'all' })), ['Tag', 'Name', 'Building', 'Notes', 'Kind', 'Notes (2)']);
		assert.deepEqual(names(plan({ set: 'problems' }, 2000, new Set(['Notes (2)']))), ['Tag', 'Notes (2)']);
	});

	it('are all where a set has none', () => {
		const others = columns.map((each) => ({ ...each, role: 'other' as const }));
		assert.equal(
			planShown(others, DEFAULT_ARRANGEMENT, none, 100, 1000, textWidth).shown.length,
			columns.length,
		);
	});

	it('are hidden, moved and made wider as a person has it', () => {
		const hidden = plan({ hidden: ['Name'] });
		assert.deepEqual(names(hidden), ['Tag', 'Building', 'Kind']);
		assert.deepEqual(
			hidden.hidden.map(({ name }) => name),
			['Name'],
		);
		const order = movedOrder(columns, [], names(plan()), ['Kind', 'Tag', 'Name', 'Building']);
		assert.deepEqual(names(plan({ order })), ['Kind', 'Tag', 'Name', 'Building']);
		assert.equal(plan({ widths: { Kind: 321 } }).shown.at(-1)?.width, 321);
	});

	it('are moved in one set without the others, which keep their places in all sets', () => {
		const move = (set: string, order: readonly string[], ...shown: readonly string[]) =>
			movedOrder(columns, order, names(plan({ set, order })), shown);
		const first = move('categories', [], 'Tag', 'Kind', 'Name', 'Building');
		const all = ['Tag', 'Kind', 'Name', 'Building', 'Notes', 'Notes (2)'];
		assert.deepEqual(names(plan({ set: 'all', order: first })), all);
		const second = move('all', first, 'Notes (2)', ...all.slice(0, -1));
		assert.deepEqual(names(plan({ order: second })), ['Tag', 'Kind', 'Name', 'Building']);
		const third = move('categories', second, 'Tag', 'Name', 'Building', 'Kind');
		assert.deepEqual(names(plan({ order: third })), ['Tag', 'Name', 'Building', 'Kind']);
		const last = ['Notes (2)', 'Tag', 'Name', 'Building', 'Kind', 'Notes'];
		assert.deepEqual(names(plan({ set: 'all', order: third })), last);
		assert.deepEqual(names(plan({ set: 'all', order: ['Gone', 'Kind', 'Tag'] })), [
			'Kind',
			...['Tag', 'Name', 'Building', 'Notes', 'Notes (2)'],
		]);
	});

	it('have the width of their content whatever their names are', () => {
		const wide = ['constructor', 'toString', 'hasOwnProperty', '__proto__'].map((name) => column(name, 0));
		for (const each of wide) {
			const { shown } = planShown([each], { ...DEFAULT_ARRANGEMENT, set: 'all' }, none, 1, 900, textWidth);
			assert.equal(typeof shown[0]?.width, 'number', each.name);
			const widths = JSON.parse(`{ "${each.name}": 123 }`) as Record<string, number>;
			const own = planShown([each], { ...DEFAULT_ARRANGEMENT, set: 'all', widths }, none, 1, 900, textWidth);
			assert.equal(own.shown[0]?.width, 123, each.name);
		}
	});

	it('are pinned as long as they take about half of the width, and never all', () => {
		assert.equal(plan({}, 2000).pinned, 2);
		assert.equal(plan({}, 500).pinned, 2);
		assert.equal(plan({}, 400).pinned, 1);
		assert.equal(plan({}, 200).pinned, 0);
		assert.equal(planShown([columns[1]!], DEFAULT_ARRANGEMENT, none, 1, 5000, textWidth).pinned, 0);
	});

	it('take the view with them when the header changes', () => {
		const view = {
			id: 'a',
			filter: {
				text: 'x',
				values: [
					{ column: 0, values: ['1'] },
					{ column: 1, values: ['2'] },
				],
			},
			sort: { column: 1, descending: true },
		};
		assert.deepEqual(viewWithColumns(view, ['A', 'B'], ['B', 'C'], 'b'), {
			id: 'b',
			filter: { text: 'x', values: [{ column: 0, values: ['2'] }] },
			sort: { column: 0, descending: true },
		});
		const problemsIn = (column: number) => ({ id: 'a', filter: { problems: { column } } });
		assert.deepEqual(viewWithColumns(problemsIn(1), ['A', 'B'], ['B'], 'b').filter, {
			problems: { column: 0 },
		});
		assert.deepEqual(viewWithColumns(problemsIn(0), ['A', 'B'], ['B'], 'b').filter, {});
		const changedIn = (column: number) => ({ id: 'a', filter: { changed: { column, from: 'x' } } });
		assert.deepEqual(viewWithColumns(changedIn(1), ['A', 'B'], ['B'], 'b').filter, {
			changed: { column: 0, from: 'x' },
		});
		assert.deepEqual(viewWithColumns(changedIn(0), ['A', 'B'], ['B'], 'b').filter, {});
	});
});
