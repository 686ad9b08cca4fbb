import assert from 'node:assert/strict';
import { suppressed } from '../../server/src/coverage/suppression/suppressReport';
import { Reader } from './reader';
import { amounts, reportOf } from './suppressible';

/** The published counts of one category of a district with one school: its codes, no code, with and without a value. */
function published(...cells: readonly number[]): readonly unknown[] {
	const { codes, notCodes, filled, empty } = suppressed(reportOf([[cells]])).categories[0]!;
	return [...codes.map(({ students }) => students), notCodes, filled, empty];
}

/** The published counts of students with a value by school, given as how many have one and how many have none. */
function publishedBySchool(
	...schools: readonly (readonly [filled: number, empty: number])[]
): readonly unknown[] {
	const truth = reportOf([schools.map(([filled, empty]) => [filled, 0, empty])]);
	return suppressed(truth).schools!.map(({ filled }) => filled[0]);
}

describe('a shared report', () => {
	it('does not reveal that none or all students of hidden schools have a value', () => {
		for (const [seventh, fourth] of [
			[0, 0],
			[7, 4],
		] as const) {
			const truth = reportOf([
				[
					[seventh, 0, 7 - seventh],
					[fourth, 0, 4 - fourth],
					[34, 0, 20],
				],
			]);
			const shown = suppressed(truth);
			const reader = new Reader(shown, truth);
			for (const [name, unknown] of reader.hidden) {
				assert.ok(reader.isOpen(unknown), `${name} can be worked out`);
			}
			// 34 of 54 next to 34 in all would reveal that the other schools have none.
			assert.deepEqual(
				shown.schools?.map(({ filled }) => filled),
				[['hidden'], ['hidden'], ['hidden']],
			);
		}
	});

	it('shows every count of 10 or more if that reveals no small one', () => {
		const truth = reportOf([
			[
				[40, 30, 0, 30],
				[50, 50, 20, 80],
			],
		]);
		const { codes, filled } = suppressed(truth).categories[0]!;
		assert.deepEqual(
			codes.map(({ students }) => students),
			[90, 80],
		);
		assert.equal(filled, 190);
		assert.deepEqual(suppressed(truth).schools, truth.schools);
	});

	it('hides the smallest other count together with a small one', () => {
		const { codes, notCodes, filled, empty } = suppressed(reportOf([[[5, 30, 20, 0, 45]]])).categories[0]!;
		assert.deepEqual(
			codes.map(({ students }) => students),
			['<10', 30, 'hidden'],
		);
		assert.deepEqual([notCodes, filled, empty], [0, 55, 45]);
	});

	it('shows two counts of 1 to 9 as <10 unless only one pair adds up', () => {
		// Of ten students, 1 and 9, 2 and 8 and so on may be with and without a value.
		assert.deepEqual(published(1, 0, 9), ['<10', 0, '<10', '<10']);
		assert.deepEqual(published(0, 9, 1), [0, '<10', '<10', '<10']);
		// 17 are 8 and 9 or 9 and 8; 18 are twice 9.
		assert.deepEqual(published(9, 0, 8), ['<10', 0, '<10', '<10']);
		assert.deepEqual(published(9, 0, 9), ['hidden', 'hidden', 'hidden', 'hidden']);
	});

	it('hides the whole column if the count next to a small one can only be ten', () => {
		// 12 are 10 and 2 or 11 and 1; a hidden count that is not shown as <10 is at least ten, so 11 are 10 and 1.
		assert.deepEqual(published(10, 0, 2, 0), ['hidden', 0, '<10', 12, 0]);
		assert.deepEqual(published(10, 0, 1, 0), ['hidden', 'hidden', 'hidden', 'hidden', 'hidden']);
		// Of 12 students, at least ten leave one and one.
		assert.deepEqual(published(10, 1, 1), ['hidden', 'hidden', 'hidden', 'hidden']);
		// 27 in all are three times 9, and nobody is without a value, which would be shown as 0.
		assert.deepEqual(published(9, 9, 9, 0), ['hidden', 'hidden', 'hidden', 'hidden', 'hidden']);
	});

	it('hides the whole column if only one student can be without a value, or with one', () => {
		// A hidden number of students with a value, not shown as <10, is at least ten, which leaves one of 11.
		assert.deepEqual(published(4, 7, 1), ['<10', '<10', 'hidden', '<10']);
		assert.deepEqual(published(4, 6, 1), ['hidden', 'hidden', 'hidden', 'hidden']);
		assert.deepEqual(published(1, 0, 11), ['<10', 0, '<10', 'hidden']);
		assert.deepEqual(published(1, 0, 10), ['hidden', 'hidden', 'hidden', 'hidden']);
	});

	it('hides how many have a value if hiding codes is not enough', () => {
		// 11 with a value would be 10 and 1, but of 22 students 11 or 12 may have one.
		assert.deepEqual(published(10, 0, 1, 11), ['hidden', 0, '<10', 'hidden', 'hidden']);
	});

	it('hides a column by school if few at one school can only be one number', () => {
		// The other school has at least ten students with and ten without a value, or it would not be shown as hidden.
		const open = ['<10', 'hidden'];
		const closed = ['hidden', 'hidden'];
		// The least that the other school of 40 can have is 10, and few are at least 1.
		assert.deepEqual(publishedBySchool([1, 39], [11, 29]), open);
		assert.deepEqual(publishedBySchool([1, 39], [10, 30]), closed);
		// The most that it can have is 30, and few are at most 9.
		assert.deepEqual(publishedBySchool([9, 31], [29, 11]), open);
		assert.deepEqual(publishedBySchool([9, 31], [30, 10]), closed);
		// Of 20 students, ten have a value and ten have none; of 21, ten or eleven have one.
		assert.deepEqual(publishedBySchool([9, 31], [10, 11]), open);
		assert.deepEqual(publishedBySchool([9, 31], [10, 10]), closed);
	});

	it('hides a column by school if all but few can only be one number', () => {
		const open = ['all but <10', 'hidden'];
		const closed = ['hidden', 'hidden'];
		// All but few of 40 are at least 31 and at most 39.
		assert.deepEqual(publishedBySchool([31, 9], [11, 29]), open);
		assert.deepEqual(publishedBySchool([31, 9], [10, 30]), closed);
		assert.deepEqual(publishedBySchool([39, 1], [29, 11]), open);
		assert.deepEqual(publishedBySchool([39, 1], [30, 10]), closed);
	});

	it('hides next to few at a school the smallest school with ten or more on both sides', () => {
		assert.deepEqual(publishedBySchool([5, 35], [10, 20]), ['<10', 'hidden']);
		assert.deepEqual(publishedBySchool([5, 35], [20, 10]), ['<10', 'hidden']);
		// A school in which everyone or nobody has a value cannot stand for few.
		assert.deepEqual(publishedBySchool([5, 35], [20, 0], [30, 30]), ['<10', 20, 'hidden']);
		assert.deepEqual(publishedBySchool([5, 35], [0, 20], [30, 30]), ['<10', 0, 'hidden']);
	});

	it('shows a school next to hidden ones of which some students have a value and some do not', () => {
		// Schools of 1 and 2 students: one or two of the three have a value, and nobody can tell at which school.
		assert.deepEqual(publishedBySchool([1, 0], [0, 2], [34, 20]), ['hidden', 'hidden', 34]);
		assert.deepEqual(publishedBySchool([1, 0], [1, 1], [34, 20]), ['hidden', 'hidden', 34]);
		assert.deepEqual(publishedBySchool([0, 1], [0, 2], [34, 20]), ['hidden', 'hidden', 'hidden']);
		assert.deepEqual(publishedBySchool([1, 0], [2, 0], [34, 20]), ['hidden', 'hidden', 'hidden']);
	});

	it('hides how many students have a value if few have none', () => {
		const { schools, categories } = suppressed(reportOf([[[60, 37, 0, 3]]]));
		assert.deepEqual([categories[0]!.filled, categories[0]!.empty], ['hidden', '<10']);
		assert.deepEqual(schools, [{ id: '0', students: 100, filled: ['hidden'] }]);
	});

	it('hides another school together with a small one', () => {
		const { schools } = suppressed(
			reportOf([
				[
					[4, 0, 0],
					[20, 0, 20],
					[90, 0, 10],
				],
			]),
		);
		assert.deepEqual(
			schools?.map(({ students, filled }) => [students, ...filled]),
			[
				['<10', 'hidden'],
				['hidden', 'hidden'],
				[100, 90],
			],
		);
	});

	it('hides every count of a district with fewer than ten students', () => {
		const shown = suppressed(reportOf([[[4, 0, 0, 2]]]));
		assert.equal(shown.schools, undefined);
		assert.ok(amounts(shown).every((amount) => amount === '<10' || amount === 'hidden'));
	});

	it('contains nothing else that would reveal a small number', () => {
		const { alarms, unread, problems, categories } = suppressed(reportOf([[[40, 0, 60]]]));
		assert.deepEqual([alarms, unread, categories[0]!.errors], [undefined, undefined, undefined]);
		assert.deepEqual(
			problems.map(({ rule, rows }) => [rule, rows]),
			[['field/10', undefined]],
		);
	});
});
