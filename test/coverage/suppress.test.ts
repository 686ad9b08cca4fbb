import assert from 'node:assert/strict';
import { suppressed } from '../../server/src/coverage/suppression/suppressReport';
import { Reader } from './reader';
import { amounts, reportOf } from './suppressible';

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
