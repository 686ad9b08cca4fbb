import assert from 'node:assert/strict';
import fc from 'fast-check';
import { suppressed } from '../../server/src/coverage/suppression/suppressReport';
import { Reader } from './reader';
import { amounts, type Numbers, reportOf } from './suppressible';

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

describe('a report for handing on', () => {
	it('shows no count of 1 to 9, and none from which one could be calculated', () => {
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
});
