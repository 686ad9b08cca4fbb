import assert from 'node:assert/strict';
import { columnLetters } from '../../server/src/csv/quote';

describe('columnLetters', () => {
	it('are those of a spreadsheet', () => {
		const cases: [number, string][] = [
			[0, 'A'],
			[1, 'B'],
			[25, 'Z'],
			[26, 'AA'],
			[51, 'AZ'],
			[52, 'BA'],
			[701, 'ZZ'],
			[702, 'AAA'],
			[16_383, 'XFD'],
		];
		for (const [column, letters] of cases) assert.equal(columnLetters(column), letters);
	});

	it('name one column each, in the order of their columns', () => {
		const names = Array.from({ length: 20_000 }, (_, column) => columnLetters(column));
		const sorted = [...names].sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
		assert.deepEqual(names, sorted);
		assert.equal(new Set(names).size, names.length);
	});
});
