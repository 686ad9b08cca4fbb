import assert from 'node:assert/strict';
import type { GridAction, GridPaste, GridView } from '../../server/src/grid/gridTypes';
import { planPaste } from '../../server/src/grid/planPaste';
import { runToEnd } from '../../server/src/work/runToEnd';
import { afterAction, pasteAt, petsOf, range, refusal, rowsOf } from './editing';
import { viewOf } from './support';

const text = 'Pet_id,Name,Size,Kind\n1,Rex,S,D\n2,Tom,M,C\n3,Ada,L,B\n4,Kim,,F\n';

describe('pasting a block into the table', () => {
	it('overwrites the cells from the active one on, with empty values too', () => {
		assert.deepEqual(afterAction(text, pasteAt('M\tC\r\n\tB\r\n', 1, [2, 3])), {
			text: 'Pet_id,Name,Size,Kind\n1,Rex,S,D\n2,Tom,M,C\n3,Ada,,B\n4,Kim,,F\n',
			changed: 1,
			unreadable: 0,
			unmatched: { count: 0, ids: [], hidden: 0 },
		});
	});

	it('goes to the rows and columns that are shown, in the order of the table', () => {
		const view = viewOf({ values: [{ column: 2, values: ['S', 'L', ''] }] }, { column: 0, descending: true });
		assert.equal(
			afterAction(text, pasteAt('x\ty\nz', 0, [3, 1]), view).text,
			'Pet_id,Name,Size,Kind\n1,Rex,S,D\n2,Tom,M,C\n3,,L,z\n4,y,,x\n',
		);
	});

	it('fills all selected cells with one value', () => {
		const selected = [range(0, 1, 2), range(3, 3, 2, 1)];
		assert.equal(
			afterAction(text, pasteAt('L\r\n', 0, [2, 3], selected)).text,
			'Pet_id,Name,Size,Kind\n1,Rex,L,D\n2,Tom,L,C\n3,Ada,L,B\n4,L,L,F\n',
		);
	});

	it('repeats a block that fits several times into the selection', () => {
		const repeated = (selected: ReturnType<typeof range>) =>
			afterAction(text, pasteAt('a\tb\nc\td', selected.first, [2, 3], [selected])).text;
		assert.equal(
			repeated(range(0, 3, 2, 3)),
			'Pet_id,Name,Size,Kind\n1,Rex,a,b\n2,Tom,c,d\n3,Ada,a,b\n4,Kim,c,d\n',
		);
		const once = 'Pet_id,Name,Size,Kind\n1,Rex,a,b\n2,Tom,c,d\n3,Ada,L,B\n4,Kim,,F\n';
		assert.equal(repeated(range(0, 2, 2, 3)), once);
		assert.equal(repeated(range(0, 0, 2)), once);
	});

	it('is refused before anything is written where rows or columns are missing', () => {
		assert.equal(
			refusal(text, pasteAt('a\nb\nc', 2, [2, 3])),
			'The block has 3 rows, but only 2 are left from row 4 on. Copy fewer, or insert rows first.',
		);
		assert.equal(
			refusal(text, pasteAt('a\tb\tc\nd', 0, [2, 3])),
			'The block has 3 columns, but only 2 are left from Size on. Copy fewer, or start further left.',
		);
	});

	it('is refused where nothing is shown, and at a cell that is gone', () => {
		const nothing = viewOf({ text: 'nowhere' });
		assert.equal(
			refusal(text, pasteAt('a', 0, [2]), nothing),
			'The table shows no rows. Clear the filter, or insert rows first.',
		);
		const gone = 'The active cell is not in the table any more. Select a cell again.';
		for (const [row, columns] of [
			[4, [2]],
			[-1, [2]],
			[Number.NaN, [2]],
			[0, []],
			[0, [4]],
			[0, [Number.NaN]],
		] as const) {
			assert.equal(refusal(text, pasteAt('a', row, columns)), gone);
		}
	});

	it('passes over a row that cannot be read, whose values of the block are lost', () => {
		const faulty = 'Pet_id,Name\n1,a\n2\n3,c\n';
		const pasted = afterAction(faulty, pasteAt('x\ny\nz', 0, [1]));
		assert.deepEqual([pasted.text, pasted.unreadable], ['Pet_id,Name\n1,x\n2\n3,z\n', 1]);
	});

	it('keeps a password where the block has an empty cell, as a copied block does', () => {
		const secret = 'Pet_id,Password\n1,abc\n2,def\n';
		assert.equal(
			afterAction(secret, pasteAt('1\t\n2\txyz', 0, [0, 1])).text,
			'Pet_id,Password\n1,abc\n2,xyz\n',
		);
		const emptied: GridAction = { type: 'fill', ranges: [range(0, 0, 1)], value: '' };
		assert.equal(afterAction(secret, emptied).text, 'Pet_id,Password\n1,\n2,def\n');
	});
});

describe('pasting a block by its IDs', () => {
	const byId = (block: string, columns: readonly number[]): GridAction => ({
		...pasteAt(block, 0, columns),
		byId: true,
	});

	it('puts the values into the rows with these IDs, from the active column on', () => {
		assert.deepEqual(afterAction(text, byId('3\tS\tX\n1\tM\tY\n9\tL\tZ', [2, 3])), {
			text: 'Pet_id,Name,Size,Kind\n1,Rex,M,Y\n2,Tom,M,C\n3,Ada,S,X\n4,Kim,,F\n',
			changed: 4,
			unreadable: 0,
			unmatched: { count: 1, ids: ['9'], hidden: 0 },
		});
	});

	it('takes the columns after the IDs where the active one holds them', () => {
		assert.equal(
			afterAction(text, byId('3\tX\n1\tY\n', [0, 1, 2, 3])).text,
			text.replace('Ada', 'X').replace('Rex', 'Y'),
		);
	});

	it('takes the columns that the block names in its first row', () => {
		assert.equal(
			afterAction(text, byId('pet ID\tnowhere\tKind\tName\n3\tq\tX\tZ\n', [0, 1])).text,
			text.replace('3,Ada,L,B', '3,Z,L,X'),
		);
	});

	it('writes into every row of the view with the ID, and into none that is hidden', () => {
		const twice = 'Pet_id,Name,Size\n1,a,S\n1,b,S\n1,c,M\n2,d,S\n';
		const view = viewOf({ values: [{ column: 2, values: ['S'] }] });
		const pasted = afterAction(twice, byId('1\tL\n', [2]), view);
		assert.deepEqual([pasted.text, pasted.changed], ['Pet_id,Name,Size\n1,a,L\n1,b,L\n1,c,M\n2,d,S\n', 2]);
	});

	it('takes an ID without the spaces around it, and without the zeros that a spreadsheet drops', () => {
		const zeros = 'Pet_id,Name\n001,a\n2,b\n3,c\n';
		const pasted = afterAction(zeros, byId(' 2 \tx\n1\ty\n3\tz', [1]));
		assert.deepEqual([pasted.text, pasted.unmatched.count], ['Pet_id,Name\n001,y\n2,x\n3,z\n', 0]);
	});

	it('is refused where an ID without its zeros may be two of the file', () => {
		const two = 'Pet_id,Name\n012,a\n0012,b\n7,c\n';
		assert.equal(
			refusal(two, byId('12\tx\n7\ty', [1])),
			'ID 12 of the block has lost zeros: it may be 012 or 0012. Correct it.',
		);
		const whole = 'Pet_id,Name\n12,a\n0012,b\n007,c\n';
		assert.equal(
			refusal(whole, byId('12\tx\n7\ty', [1])),
			'ID 12 of the block has lost zeros: it may be 12 or 0012. Correct it.',
		);
		assert.equal(
			afterAction(whole, byId('12\tx\n007\ty', [1])).text,
			whole.replace('12,a', '12,x').replace('7,c', '7,y'),
		);
	});

	it('tells IDs that no row has from those of hidden rows', () => {
		const view = viewOf({ values: [{ column: 2, values: ['S'] }] });
		assert.deepEqual(afterAction(text, byId('1\tL\n2\tL\n8\tL\n3\tL\n8\tS', [2]), view).unmatched, {
			count: 1,
			ids: ['8'],
			hidden: 2,
		});
	});

	it('is refused where the block says two things of one ID', () => {
		assert.equal(
			refusal(text, byId('1\tS\n2\tM\n1\tL', [2])),
			'ID 1 is in rows 1 and 3 of the block with "S" and "L" for Size. Keep one of them.',
		);
		assert.equal(afterAction(text, byId('1\tL\n2\tM\n1\tL', [2])).changed, 1);
		const zeros = 'Pet_id,Password\n001,x\n2,y\n';
		const withPasswords = refusal(zeros, byId('1\tcanary1\n001\tcanary2', [1]));
		assert.match(
			withPasswords,
			/^ID 001 is in rows 1 and 2 of the block with different values for Password\./,
		);
	});

	it('is refused where the first column holds no IDs, or the values have no column', () => {
		const noIds = 'The first column of the block has no IDs of this file. Paste it without IDs.';
		assert.equal(refusal(text, byId('x\tS\ny\tM\n1\tL', [2])), noIds);
		assert.equal(refusal(text, byId('1\n2', [2])), noIds);
		assert.equal(
			refusal(text, byId('1\tS\tD\n', [3])),
			'The block has 2 columns besides the IDs, but only 1 is left here. Start further left.',
		);
		assert.equal(
			refusal(text, byId('Pet_id\tshoe size\n1\tS\n', [3])),
			'No other header of the block is a column of this file. Correct the headers.',
		);
	});
});

describe('the plan of a paste', () => {
	const plan = (paste: GridPaste, view?: GridView) => {
		const checker = petsOf(text);
		const answer = runToEnd(planPaste(checker, rowsOf(checker, view), paste));
		assert.ok('rows' in answer, 'a plan');
		return answer;
	};

	it('counts the cells that would change', () => {
		assert.deepEqual(plan(pasteAt('S\tD\nS\tD', 0, [2, 3])), { rows: 2, columns: 2, cells: 2 });
		assert.equal(plan(pasteAt('S', 0, [2], [range(0, 3, 2)])).cells, 3);
	});

	it('says why a block does not fit', () => {
		const { cells, problem } = plan(pasteAt('a\nb', 3, [2]));
		assert.equal(cells, 0);
		assert.match(problem ?? '', /^The block has 2 rows, but only 1 is left from row 5 on\./);
	});

	it('offers to match by ID where most of the first column are IDs in another order or place', () => {
		assert.deepEqual(plan(pasteAt('2\tS\n1\tM\n9\tL', 0, [0, 1, 2, 3])).byId, {
			matched: 2,
			unmatched: 1,
			columns: ['Name'],
		});
		assert.deepEqual(plan(pasteAt('1\tS\n2\tM', 0, [2, 3])).byId?.columns, ['Size']);
		assert.deepEqual(plan(pasteAt('Pet_id\tKind\n1\tB\n', 0, [0, 1])).byId?.columns, ['Kind']);
	});

	it('asks about a block of IDs that cannot be matched, and says why', () => {
		const { cells, problem, byId } = plan(pasteAt('1\tS\n2\tM\n1\tL', 0, [1, 2, 3]));
		assert.deepEqual([cells, problem], [3, undefined]);
		assert.deepEqual(byId, {
			matched: 0,
			unmatched: 0,
			columns: [],
			problem: 'ID 1 is in rows 1 and 3 of the block with "S" and "L" for Name. Keep one of them.',
		});
		assert.match(plan(pasteAt('Pet_id\tshoe size\n1\tS', 0, [2, 3])).byId?.problem ?? '', /^No other header/);
	});

	it('counts the IDs that a spreadsheet took the zeros of', () => {
		const checker = petsOf('Pet_id,Name\n001,a\n002,b\n31,c\n');
		const paste = pasteAt('1\tx\n2\ty\n31\tz', 0, [0, 1]);
		const answer = runToEnd(planPaste(checker, rowsOf(checker), paste));
		assert.ok('byId' in answer, 'it asks: the IDs would be written without their zeros');
		assert.deepEqual(answer.byId, { matched: 3, unmatched: 0, columns: ['Name'], restored: 2 });
	});

	it('offers nothing where the IDs are where they belong, are few, or stand alone', () => {
		assert.equal(plan(pasteAt('1\tS\n2\tM', 0, [0, 1])).byId, undefined);
		assert.equal(plan(pasteAt('1\tS\nx\tM', 0, [2, 3])).byId, undefined);
		assert.equal(plan(pasteAt('1\n2', 0, [2])).byId, undefined);
	});
});
