import assert from 'node:assert/strict';
import { dayToday } from '../../client/src/compare/datedFiles';
import { uploadOrder } from '../../client/src/compare/uploadOrder';

const today = 20261129;
const upload = (name: string, day: number, isCopy = false) => ({ name, day, isCopy });
const copyOfToday = upload('copy of today', today, true);
const copy = upload('copy of October', 20261028, true);
const folder = upload('a folder', 0);
const loose = upload('loose file of October', 20261030);
const found = [copyOfToday, copy, folder, loose];

const order = (others: typeof found, last?: (typeof found)[number]): string[] =>
	uploadOrder(others, last, today).map(({ name }) => name);

describe('the order of earlier uploads', () => {
	it('has what was saved today last: this month is not compared with itself', () => {
		assert.equal(dayToday(new Date(2026, 10, 29, 23, 59)), today);
		const expected = ['copy of October', 'a folder', 'loose file of October', 'copy of today'];
		assert.deepEqual(order(found), expected);
		assert.deepEqual(order([copy, folder, loose], copyOfToday), expected);
	});

	it('has the last choice first, unless a copy was saved after its day', () => {
		assert.equal(order([copyOfToday, copy, folder], loose)[0], 'loose file of October');
		assert.equal(order([copyOfToday, copy, loose], folder)[0], 'a folder');
		const september = upload('choice of September', 20260930);
		assert.deepEqual(order([copyOfToday, copy], september), [
			'copy of October',
			'choice of September',
			'copy of today',
		]);
	});
});
