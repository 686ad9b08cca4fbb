import assert from 'node:assert/strict';
import {
	columnLetters,
	countOf,
	formatNumber,
	formatPercent,
	formatShare,
	moreProblems,
	plural,
	shown,
} from '../server/src/wording';

describe('wording', () => {
	it('separates thousands and leaves the text of a hidden count', () => {
		assert.equal(formatNumber(999), '999');
		assert.equal(formatNumber(1234567), '1,234,567');
		assert.equal(formatNumber('<10'), '<10');
	});

	it('gives a noun the form that fits its count', () => {
		assert.equal(countOf(0, 'row'), '0 rows');
		assert.equal(countOf(1, 'row'), '1 row');
		assert.equal(countOf(1234, 'row'), '1,234 rows');
		assert.equal(countOf('<10', 'student'), '<10 students');
		assert.equal(countOf(2, 'category', 'categories'), '2 categories');
		assert.equal(plural(1, 'stays', 'stay'), 'stays');
		assert.equal(plural(2, 'stays', 'stay'), 'stay');
	});

	it('rounds no share to none or to all', () => {
		assert.equal(formatPercent(0, 1000), '0%');
		assert.equal(formatPercent(1, 1000), '<1%');
		assert.equal(formatPercent(405, 1000), '41%');
		assert.equal(formatPercent(999, 1000), '>99%');
		assert.equal(formatPercent(1000, 1000), '100%');
		assert.equal(formatPercent(0, 0), '–');
	});

	it('gives no percentage if a count is hidden', () => {
		assert.equal(formatShare(1, 2), '50%');
		assert.equal(formatShare('hidden', 2), 'hidden');
		assert.equal(formatShare(1200, '<10'), '1,200');
	});

	it('counts the problems that are not listed', () => {
		assert.equal(
			moreProblems(1),
			'1 more problem is not listed here. Fix some of those listed to see the next.',
		);
		assert.equal(
			moreProblems(11_001),
			'11,001 more problems are not listed here. Fix some of those listed to see the next.',
		);
	});

	it('shows a value on one line and cuts a long one', () => {
		assert.equal(shown('a\r\n\tb'), 'a b');
		assert.equal(shown('x'.repeat(100)), 'x'.repeat(100));
		assert.equal(shown('x'.repeat(101)), `${'x'.repeat(99)}…`);
	});
});

describe('columnLetters', () => {
	it('names columns as a spreadsheet does', () => {
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

	it('gives every column its own letters, in the order of the columns', () => {
		const names = Array.from({ length: 20_000 }, (_, column) => columnLetters(column));
		const sorted = [...names].sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
		assert.deepEqual(names, sorted);
		assert.equal(new Set(names).size, names.length);
	});
});
