import assert from 'node:assert/strict';
import { type Comparison, compareWithCsvParse, oracleText } from './oracle';
import { Random } from './random';

const TEXTS = 100_000;

describe('csv-parse and the scanner', () => {
	const { stackTraceLimit } = Error;
	before(() => {
		// Half of the time of csv-parse goes into the stacks of its errors.
		Error.stackTraceLimit = 0;
	});
	after(() => {
		Error.stackTraceLimit = stackTraceLimit;
	});

	it(`agree on ${TEXTS} random texts`, () => {
		const random = new Random(4180);
		const counts: Record<Comparison, number> = {
			strict: 0,
			relaxedOnly: 0,
			refused: 0,
			atTheBound: 0,
			overTheBound: 0,
			closedByAnotherRow: 0,
		};
		for (let index = 0; index < TEXTS; index++) counts[compareWithCsvParse(oracleText(random))]++;
		assert.ok(counts.strict > TEXTS / 3, `strict: ${counts.strict}`);
		assert.ok(counts.relaxedOnly > TEXTS / 10, `relaxed: ${counts.relaxedOnly}`);
		assert.ok(counts.atTheBound > 300, `at the bound: ${counts.atTheBound}`);
		assert.ok(counts.overTheBound < TEXTS / 50, `over the bound: ${counts.overTheBound}`);
		assert.ok(counts.closedByAnotherRow < TEXTS / 10, `by another row: ${counts.closedByAnotherRow}`);
	});
});
