import assert from 'node:assert/strict';
import {
	columnLetters,
	countOf,
	formatNumber,
	formatPercent,
	formatRange,
	formatShareRange,
	moreProblems,
	plural,
	shown,
} from '../server/src/wording';

describe('wording', () => {
	it('separates thousands', () => {
		assert.equal(formatNumber(999), '999');
		assert.equal(formatNumber(1234567), '1,234,567');
	});

	it('gives a noun the form that fits its count', () => {
		assert.equal(countOf(0, 'row'), '0 rows');
		assert.equal(countOf(1, 'row'), '1 row');
		assert.equal(countOf(1234, 'row'), '1,234 rows');
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

	it('shows a range by its bounds', () => {
		assert.equal(formatRange({ from: 1190, to: 1199 }), '1,190–1,199');
		assert.equal(formatRange({ from: 0, to: 9 }), '0–9');
		assert.equal(formatRange({ from: 7, to: 7 }), '7');
	});

	it('ends shares at 95% and 5%, and sooner where there are few students', () => {
		const text = (from: number, to: number, students: number) => formatShareRange({ from, to }, students);
		assert.deepEqual(
			[text(42, 43, 40), text(42, 42, 40), text(93, 98, 40), text(2, 7, 40)],
			['42–43%', '42%', '93–98%', '2–7%'],
		);
		assert.deepEqual([text(99, 100, 40), text(95, 96, 40), text(0, 1, 40)], ['≥95%', '≥95%', '≤5%']);
		assert.deepEqual([text(94, 100, 40), text(0, 6, 40)], ['≥94%', '≤6%']);
		assert.deepEqual([text(95, 100, 39), text(0, 5, 39), text(89, 100, 39)], ['≥90%', '≤10%', '≥89%']);
		assert.deepEqual([text(95, 100, 19), text(0, 5, 19)], ['≥80%', '≤20%']);
		assert.equal(text(0, 100, 40), '–');
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
