import assert from 'node:assert/strict';
import { keyCommand } from '../../client/src/grid/page/keys';
import { type MoveBounds, moved } from '../../client/src/grid/page/moves';
import {
	addCell,
	clamp,
	countCells,
	extendTo,
	isSelected,
	selectCell,
	selectRows,
	toRanges,
	widen,
} from '../../client/src/grid/page/selection';

describe('moves in the table', () => {
	const filled = ['aa..aa', '......', 'a.....', 'aa....'];
	const bounds: MoveBounds = {
		rows: 4,
		columns: 6,
		page: 2,
		isFilled: (row, position) => filled[row]?.[position] === 'a',
		spanFrom: (row) => (row === 1 ? 2 : undefined),
	};
	const at = (row: number, position: number) => ({ row, position });

	it('go to the edges of filled cells, as in a spreadsheet', () => {
		assert.deepEqual(moved(at(0, 0), 'edgeRight', bounds), at(0, 1));
		assert.deepEqual(moved(at(0, 1), 'edgeRight', bounds), at(0, 4));
		assert.deepEqual(moved(at(0, 5), 'edgeLeft', bounds), at(0, 4));
		assert.deepEqual(moved(at(0, 0), 'edgeDown', bounds), at(2, 0));
		assert.deepEqual(moved(at(2, 0), 'edgeDown', bounds), at(3, 0));
		assert.deepEqual(moved(at(2, 5), 'edgeLeft', bounds), at(2, 0));
	});

	it('go to the end where the rows in between are not there', () => {
		const far = { ...bounds, rows: 1000, isFilled: () => undefined };
		assert.deepEqual(moved(at(5, 1), 'edgeDown', far), at(999, 1));
		assert.deepEqual(moved(at(5, 1), 'edgeUp', far), at(0, 1));
	});

	it('treat a row that cannot be read as one cell behind the pinned ones', () => {
		assert.deepEqual(moved(at(1, 4), 'left', bounds), at(1, 1));
		assert.deepEqual(moved(at(1, 2), 'right', bounds), at(1, 2));
		assert.deepEqual(moved(at(1, 1), 'right', bounds), at(1, 2));
		assert.deepEqual(moved(at(1, 4), 'next', bounds), at(2, 0));
	});

	it('never leave the table but to its header', () => {
		for (const move of ['left', 'right', 'up', 'down', 'pageUp', 'pageDown', 'first', 'last'] as const) {
			for (const from of [at(-1, 0), at(0, 0), at(3, 5), at(0, 5)]) {
				for (const rows of [0, 4]) {
					const { row, position } = moved({ ...from, row: Math.min(from.row, rows - 1) }, move, {
						...bounds,
						rows,
					});
					assert.ok(row === -1 || (row >= 0 && row < rows), `${move} ${row}`);
					assert.ok(position >= 0 && position < 6);
				}
			}
		}
	});

	it('wrap with Tab, and stay at both ends', () => {
		assert.deepEqual(moved(at(0, 5), 'next', bounds), at(1, 0));
		assert.deepEqual(moved(at(1, 0), 'previous', bounds), at(0, 5));
		assert.deepEqual(moved(at(3, 5), 'next', bounds), at(3, 5));
		assert.deepEqual(moved(at(0, 0), 'previous', bounds), at(0, 0));
	});
});

describe('the selection of the table', () => {
	const at = (row: number, position: number) => ({ row, position });

	it('extends from its anchor, and keeps the active cell there', () => {
		const selection = extendTo(selectCell(at(5, 2)), at(3, 4));
		assert.deepEqual(selection.active, at(5, 2));
		assert.deepEqual(toRanges(selection, [10, 11, 12, 13, 14]), [
			{ first: 3, last: 5, columns: [12, 13, 14] },
		]);
		assert.deepEqual(toRanges(extendTo(selection, at(6, 1)), [10, 11, 12, 13, 14]), [
			{ first: 5, last: 6, columns: [11, 12] },
		]);
	});

	it('has each cell in one range only, and counts it once', () => {
		const first = extendTo(selectCell(at(0, 0)), at(3, 3));
		const both = extendTo(addCell(first, at(2, 2)), at(5, 5));
		assert.equal(countCells(both), 16 + 16 - 4);
		const seen = new Set<string>();
		for (const { first: top, last, columns } of toRanges(both, [0, 1, 2, 3, 4, 5])) {
			for (let row = top; row <= last; row++) {
				for (const column of columns) {
					assert.ok(!seen.has(`${row}:${column}`));
					assert.ok(isSelected(both, row, column));
					seen.add(`${row}:${column}`);
				}
			}
		}
		assert.equal(seen.size, 28);
	});

	it('becomes whole rows and columns', () => {
		const selection = selectCell(at(1, 1));
		assert.equal(countCells(widen(selection, { columns: 4 })), 4);
		assert.equal(countCells(widen(selection, { rows: 400_000 })), 400_000);
		assert.deepEqual(toRanges(selectRows(2, 4, 3), [7, 8, 9]), [{ first: 2, last: 4, columns: [7, 8, 9] }]);
	});

	it('loses what does not exist any more', () => {
		const selection = extendTo(selectCell(at(5, 2)), at(9, 4));
		assert.deepEqual(clamp(selection, 8, 10), selectCell(at(5, 2)));
		assert.deepEqual(clamp(selection, 3, 2), selectCell(at(2, 1)));
		assert.deepEqual(clamp(selection, 0, 2).blocks, []);
	});
});

describe('keys of the table', () => {
	const key = (name: string, ...held: readonly string[]) =>
		keyCommand({
			key: name,
			ctrlKey: held.includes('Control'),
			metaKey: held.includes('Meta'),
			shiftKey: held.includes('Shift'),
			altKey: held.includes('Alt'),
		});

	it('leave undo, redo, save and the palette to VS Code', () => {
		for (const name of ['z', 'y', 's', 'p', 'w']) {
			for (const held of ['Control', 'Meta']) assert.equal(key(name, held), undefined, name);
		}
		assert.equal(key('P', 'Control', 'Shift'), undefined);
		assert.equal(key('F1'), undefined);
	});

	it('are the same with Ctrl and with Cmd', () => {
		for (const name of ['a', 'd', '.', 'f', '-', 'ArrowDown', 'c']) {
			assert.deepEqual(key(name, 'Control'), key(name, 'Meta'), name);
			assert.notEqual(key(name, 'Control'), undefined, name);
		}
	});

	it('type characters, also of two UTF-16 units and with AltGr', () => {
		for (const name of ['a', 'É', '😀', 'ש']) assert.deepEqual(key(name), { type: 'edit', typed: name });
		assert.deepEqual(key('@', 'Control', 'Alt'), { type: 'edit', typed: '@' });
		assert.equal(key('s', 'Control', 'Alt'), undefined);
		assert.equal(key('Shift'), undefined);
	});
});
