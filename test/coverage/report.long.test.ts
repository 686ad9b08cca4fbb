import assert from 'node:assert/strict';
import { suppressed } from '../../server/src/coverage/suppression/suppressReport';
import { Random } from '../csv/random';
import { coverageOf } from './coverageOf';
import { fileText, SECRETS } from './district';

describe('the coverage report', () => {
	it('contains no name, ID or wrong value of any student', () => {
		for (let seed = 0; seed < 100; seed++) {
			const random = new Random(seed);
			const made = coverageOf(fileText(random, 'roster', 60), fileText(random, 'extension', 60));
			for (const text of [made, suppressed(made)].map((each) => JSON.stringify(each))) {
				for (const secret of SECRETS) assert.ok(!text.includes(secret), `${secret} in seed ${seed}`);
				assert.doesNotMatch(text, /77\d{3}/, `seed ${seed}`);
			}
		}
	});
});
