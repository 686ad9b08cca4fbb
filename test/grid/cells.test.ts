import assert from 'node:assert/strict';
import type { GridRange } from '../../server/src/grid/gridTypes';
import { afterAction, range, refusal } from './editing';
import { viewOf } from './support';

const fill = (value: string, ...ranges: readonly GridRange[]) => ({ type: 'fill', ranges, value }) as const;
const fillDown = (...ranges: readonly GridRange[]) => ({ type: 'fillDown', ranges }) as const;

const text = 'Pet_id,Name,Size\n1,Rex,S\n2,"Tom, the cat",\n3,Ada,L\n';

describe('filling cells of the table', () => {
	it('changes the selected cells and no other byte', () => {
		assert.deepEqual(afterAction(text, fill('M', range(0, 2, 2))), {
			text: 'Pet_id,Name,Size\n1,Rex,M\n2,"Tom, the cat",M\n3,Ada,M\n',
			changed: 3,
			unreadable: 0,
			unmatched: { count: 0, ids: [], hidden: 0 },
		});
	});

	it('counts and edits only the cells whose value changes', () => {
		const filled = afterAction(text, fill('Tom, the cat', range(1, 1, 1), range(0, 1, 1)));
		assert.deepEqual(
			[filled.text, filled.changed],
			['Pet_id,Name,Size\n1,"Tom, the cat",S\n2,"Tom, the cat",\n3,Ada,L\n', 1],
		);
		assert.equal(afterAction(text, fill('S', range(0, 0, 2))).changed, 0);
	});

	it('keeps the quotes of a field, and adds them where the value needs them', () => {
		const quoted = 'Pet_id,Name\n"1","x"\n2,y\n';
		assert.equal(afterAction(quoted, fill('z', range(0, 1, 1))).text, 'Pet_id,Name\n"1","z"\n2,z\n');
		for (const [value, written] of [
			['a,b', '"a,b"'],
			['say "hi"', '"say ""hi"""'],
			['"', '""""'],
			['one\r\ntwo', '"one\r\ntwo"'],
			['\r', '"\r"'],
			[' =1', ' =1'],
			['👩‍🏫 עברית', '👩‍🏫 עברית'],
		] as const) {
			assert.equal(
				afterAction(quoted, fill(value, range(1, 1, 1))).text,
				`Pet_id,Name\n"1","x"\n2,${written}\n`,
			);
		}
	});

	it('keeps the BOM, every kind of line break and the missing one at the end', () => {
		const mixed = '\uFEFFPet_id,Name\r\n1,a\r2,b\n3,';
		assert.equal(afterAction(mixed, fill('x', range(0, 2, 1))).text, '\uFEFFPet_id,Name\r\n1,x\r2,x\n3,x');
		assert.equal(afterAction(mixed, fill('x', range(0, 2, 0))).text, '\uFEFFPet_id,Name\r\nx,a\rx,b\nx,');
	});

	it('leaves no blank line in a file of one column', () => {
		assert.equal(afterAction('Pet_id\n1\n2', fill('', range(0, 1, 0))).text, 'Pet_id\n""\n""');
		assert.equal(afterAction('Pet_id\r1\r\r', fill('5', range(0, 1, 0))).text, 'Pet_id\r5\r5\r');
	});

	it('leaves rows alone that cannot be read, and counts them', () => {
		const faulty = 'Pet_id,Name\n1,a\n2,b,c\n"3" x,d\n\n4,"e\n5,f\n';
		const filled = afterAction(faulty, fill('z', range(0, 5, 1)));
		assert.deepEqual(
			[filled.text, filled.changed, filled.unreadable],
			['Pet_id,Name\n1,z\n2,b,c\n"3" x,d\n\n4,"e\n5,z\n', 2, 4],
		);
	});

	it('takes the rows of the view and leaves those alone that it hides', () => {
		const sorted = viewOf({ values: [{ column: 2, values: ['S', 'L'] }] }, { column: 0, descending: true });
		assert.equal(
			afterAction(text, fill('x', range(0, 0, 1)), sorted).text,
			text.replace('Ada', 'x'),
			'the first row of the view is the last of the file',
		);
		assert.equal(afterAction(text, fill('x', range(0, 1, 1)), sorted).changed, 2);
	});

	it('refuses a quote that would close one that is open above', () => {
		const open = 'Pet_id,Name\n1,"Rex\n2,Tom\n3,Ada\n';
		const problem = 'Row 2 of pets.csv opens a quote that is never closed. Close it first.';
		assert.equal(refusal(open, fill(', Jr', range(2, 2, 1))), problem);
		for (const value of ['ab', 'a,b', 'a"']) {
			assert.equal(afterAction(open, fill(value, range(2, 2, 1))).changed, 1, 'the open quote stays open');
		}
		// Beyond the lines that a value may have, no quote can close it.
		const far = `${open}${'4,x\n'.repeat(64)}5,y\n`;
		assert.equal(afterAction(far, fill(',', range(67, 67, 1))).text, far.replace('5,y', '5,","'));
	});

	it('refuses a value of more lines than can be read again', () => {
		const lines = (count: number) => Array.from({ length: count }, () => 'x').join('\n');
		assert.equal(afterAction(text, fill(lines(64), range(0, 0, 1))).changed, 1);
		assert.equal(
			refusal(text, fill(lines(65), range(0, 0, 1))),
			'Row 2 would get a value of more than 64 lines, which is too many for one value. Shorten it first.',
		);
	});

	it('refuses what would make the file larger than 50 MB', () => {
		const rows = `Pet_id,Name\n${'1,a\n'.repeat(100)}`;
		assert.equal(
			refusal(rows, fill('x'.repeat(1024 * 1024), range(0, 99, 1))),
			'The file would be larger than 50 MB, the most that can be edited. Change fewer cells.',
		);
	});

	it('refuses too much for one row before it is made', () => {
		const columns = Array.from({ length: 3000 }, (_, column) => column + 1);
		const wide = `Pet_id,${columns.map((column) => `c${column}`).join(',')}\n1${','.repeat(3000)}\n`;
		assert.match(
			refusal(wide, fill('"x'.repeat(100_000), range(0, 0, ...columns))),
			/^The file would be larger than 50 MB/,
		);
	});

	it('refuses more ranges than a file has cells, also those without columns', () => {
		const rows = `Pet_id,Name\n${'1,a\n'.repeat(100)}`;
		const ranges = new Array<GridRange>(600_001).fill(range(0, 99));
		assert.equal(
			refusal(rows, { type: 'fill', ranges, value: 'x' }),
			'The selection has too many cells. Select fewer.',
		);
	});

	it('refuses cells that are not in the table', () => {
		const gone = 'The selection is not in the table any more. Select the cells again.';
		for (const ranges of [
			[range(0, 3, 1)],
			[range(-1, 0, 1)],
			[range(2, 1, 1)],
			[range(0, 0, 3)],
			[range(0, 0, Number.NaN)],
			[range(0.5, 1, 1)],
			[range(0, Number.POSITIVE_INFINITY, 1)],
			[range(0, 0, 1), null as unknown as GridRange],
		]) {
			assert.equal(refusal(text, fill('x', ...ranges)), gone);
		}
		assert.equal(refusal(text, fill('x')), 'No cells are selected. Select some first.');
	});
});

describe('filling cells down', () => {
	it('puts the values of the first row of each range into its other rows', () => {
		assert.equal(
			afterAction(text, fillDown(range(0, 2, 2, 1))).text,
			'Pet_id,Name,Size\n1,Rex,S\n2,"Rex",S\n3,Rex,S\n',
		);
		assert.equal(
			afterAction(text, fillDown(range(1, 2, 1), range(0, 1, 2))).text,
			'Pet_id,Name,Size\n1,Rex,S\n2,"Tom, the cat",S\n3,"Tom, the cat",L\n',
		);
	});

	it('takes the first row that can be read', () => {
		const filled = afterAction('Pet_id,Name\n1\n2,b\n3\n4,d\n', fillDown(range(0, 3, 1)));
		assert.deepEqual(
			[filled.text, filled.changed, filled.unreadable],
			['Pet_id,Name\n1\n2,b\n3\n4,b\n', 1, 2],
		);
		assert.equal(afterAction('Pet_id,Name\n1\n2\n', fillDown(range(0, 1, 1))).unreadable, 2);
	});

	it('takes the row above where one row is selected', () => {
		assert.equal(afterAction(text, fillDown(range(2, 2, 2))).text, text.replace('3,Ada,L', '3,Ada,'));
		assert.equal(
			refusal(text, fillDown(range(0, 0, 2))),
			'No row is above this one to fill down from. Select more rows.',
		);
		assert.equal(
			refusal('Pet_id,Name\n1\n2,b\n', fillDown(range(1, 1, 1))),
			'Row 2 cannot be read, so its values are not filled down. Fix it first.',
		);
	});

	it('copies no password to another row', () => {
		assert.equal(
			refusal('Pet_id,My Password\n1,x\n2,y\n', fillDown(range(0, 1, 1))),
			'My Password holds passwords, which are not copied. Select other columns.',
		);
	});
});
