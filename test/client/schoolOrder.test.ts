import assert from 'node:assert/strict';
import { compareSchools } from '../../client/src/report/page/schoolOrder';

describe('the schools of a report', () => {
	const sorted = (ids: readonly (string | undefined)[]) =>
		ids
			.map((id) => ({ id }))
			.sort(compareSchools)
			.map(({ id }) => id);

	it('are in the same order whatever that of the file is', () => {
		const wanted = ['07', '7', '9', '010', '10', 'ES-1', 'NHS'];
		assert.deepEqual(sorted(wanted), wanted);
		assert.deepEqual(sorted([...wanted].reverse()), wanted);
	});

	it('end with students without a school and with the rest', () => {
		assert.deepEqual(sorted(['', '2', undefined, '1']).slice(0, 2), ['1', '2']);
	});
});
