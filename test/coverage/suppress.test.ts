import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suppressed } from '../../server/src/coverage/suppression/suppressReport';
import type { Amount, Category, CoverageReport } from '../../server/src/protocol/report';
import { Reader } from './reader';

/** For each category and each school: the students of each code, of values that are no code, and of empty fields. */
type Numbers = readonly (readonly (readonly number[])[])[];

function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, each) => all + each, 0);
}

function reportOf(numbers: Numbers): CoverageReport {
	const schools = numbers[0]!.map((cells) => sum(cells));
	const categories = numbers.map((bySchool, at): Category => {
		const cells = bySchool[0]!.map((_, cell) => sum(bySchool.map((counts) => counts[cell]!)));
		const empty = cells.at(-1)!;
		return {
			column: `c${at}`,
			title: '',
			fileName: 'students.csv',
			codes: cells.slice(0, -2).map((students, code) => ({ code: String(code), label: '', students })),
			notCodes: cells.at(-2)!,
			empty,
			filled: sum(cells) - empty,
			errors: 3,
		};
	});
	return {
		isSuppressed: false,
		files: ['students.csv'],
		students: sum(schools),
		unread: 2,
		categories,
		schools: schools.map((students, at) => ({
			id: String(at),
			students,
			filled: numbers.map((bySchool) => students - bySchool[at]!.at(-1)!),
		})),
		alarms: [{ column: 'c0', message: 'Every one of the 3 values is N.' }],
		problems: [9, 10].map((rows) => ({
			rule: `field/${rows}`,
			title: '',
			severity: 'error' as const,
			rows,
			fileName: 'students.csv',
		})),
	};
}

/** Numbers near the limits are as likely as all others together. */
const size = fc.oneof(
	fc.integer({ min: 1, max: 3 }),
	fc.integer({ min: 8, max: 11 }),
	fc.integer({ min: 1, max: 60 }),
);

function partition(total: number, cells: number): fc.Arbitrary<readonly number[]> {
	const cut = fc.oneof(
		fc.constantFrom(0, total),
		fc.integer({ min: 0, max: Math.min(total, 11) }),
		fc.integer({ min: Math.max(0, total - 11), max: total }),
		fc.integer({ min: 0, max: total }),
	);
	return fc.array(cut, { minLength: cells - 1, maxLength: cells - 1 }).map((cuts) => {
		const ends = [...cuts.sort((a, b) => a - b), total];
		return ends.map((end, at) => end - (ends[at - 1] ?? 0));
	});
}

const districts: fc.Arbitrary<Numbers> = fc
	.tuple(
		fc.array(size, { minLength: 1, maxLength: 5 }),
		fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
	)
	.chain(([schools, categories]) =>
		fc.tuple(
			...categories.map((codes) =>
				fc.tuple(...schools.map((students) => partition(students, codes + 2).chain(shuffled))),
			),
		),
	);

/** The cell that gets the rest, the empty one or a code, is random too. */
function shuffled(cells: readonly number[]): fc.Arbitrary<readonly number[]> {
	return fc.shuffledSubarray([...cells], { minLength: cells.length, maxLength: cells.length });
}

function amounts({ students, categories, schools }: CoverageReport): Amount[] {
	return [
		students,
		...categories.flatMap(({ codes, notCodes, empty, filled }) => [
			...codes.map((code) => code.students),
			notCodes,
			empty,
			filled,
		]),
		...(schools ?? []).flatMap((school) => [school.students, ...school.filled]),
	];
}

describe('a report for handing on', () => {
	it('shows no count of 1 to 9, and none that could be worked out', () => {
		let hidden = 0;
		fc.assert(
			fc.property(districts, (numbers) => {
				const truth = reportOf(numbers);
				const shown = suppressed(truth);
				for (const amount of amounts(shown)) {
					assert.ok(typeof amount !== 'number' || amount === 0 || amount >= 10, `${amount} is shown`);
				}
				const reader = new Reader(shown, truth);
				for (const [name, unknown] of reader.hidden) {
					hidden++;
					assert.ok(reader.isOpen(unknown), `${name} can be worked out`);
				}
			}),
			{ numRuns: 1000 },
		);
		assert.ok(hidden > 3000, `${hidden}`);
	});

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

	it('shows every count that is not small where that reveals no other', () => {
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

	it('hides how many have a value where few have none', () => {
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

	it('holds nothing else that would reveal a small number', () => {
		const { alarms, unread, problems, categories } = suppressed(reportOf([[[40, 0, 60]]]));
		assert.deepEqual([alarms, unread, categories[0]!.errors], [undefined, undefined, undefined]);
		assert.deepEqual(
			problems.map(({ rule, rows }) => [rule, rows]),
			[['field/10', undefined]],
		);
	});
});
