import assert from 'node:assert/strict';
import { compareSchools, compareShares } from '../../client/src/report/page/schoolOrder';

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

	it('are ordered by name where it is known, and then by ID', () => {
		const schools = [
			{ id: '1', name: 'Yew' },
			{ id: '3', name: 'Ash' },
			{ id: '2', name: 'Ash' },
			{ id: '4' },
		];
		assert.deepEqual(
			schools.sort(compareSchools).map(({ id }) => id),
			['4', '2', '3', '1'],
		);
	});

	it('are ordered by the share of valid values in all categories, the lowest first', () => {
		const school = (id: string | undefined, valid: number[], of: number[]) => ({ id, valid, of });
		const schools = [
			school(undefined, [0, 0], [9, 9]),
			school('half', [5, 5], [10, 10]),
			school('', [1, 1], [9, 9]),
			school('none', [0, 0], [3, 0]),
			school('most', [10, 0], [10, 1]),
		];
		assert.deepEqual(
			schools.sort(compareShares).map(({ id }) => id),
			['none', 'half', 'most', undefined, ''],
		);
	});
});
