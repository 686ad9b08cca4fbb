import assert from 'node:assert/strict';
import { districtTables } from '../../server/src/check/districtTables';
import { readSettings } from '../../server/src/settings';
import { petSize, pets } from '../support/pets';

describe('the tables of a district', () => {
	it('have the accepted values as options, marked as accepted', () => {
		const settings = readSettings({ acceptedValues: { size: ['Giant', 'S'] } });
		const [table] = districtTables(settings, [pets]);
		const options = table?.elements.find(({ column }) => column === 'Size')?.optionSet?.options ?? [];
		assert.deepEqual(
			options.filter(({ accepted }) => accepted).map(({ code }) => code),
			['Giant'],
			'a code of the set stays as declared',
		);
		assert.deepEqual(options.slice(0, -1), petSize.optionSet?.options);
	});
});
