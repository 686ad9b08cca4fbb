import assert from 'node:assert/strict';
import { readSide } from '../../../server/src/compare/changes/readSide';
import { defaultSettings } from '../../../server/src/settings';
import { students, studentsExt } from '../../../server/src/spec';
import { runToEnd } from '../../../server/src/work/runToEnd';
import { asDocument } from './comparing';

describe('one side of a comparison', () => {
	it('has the value of a student and a column, and nothing for those it does not know', () => {
		const roster = asDocument('Student_id,Gender\n01,M\n2,\n', students);
		const extension = asDocument('sis_id,ext.title_i\n01,"Yes"\n7,No\n', studentsExt);
		const side = runToEnd(readSide({ roster, extension }, defaultSettings));
		assert.equal(side.of('01')?.('Gender'), 'M');
		assert.equal(side.of('01')?.('ext.title_i'), 'Yes');
		assert.equal(side.of('2')?.('Gender'), '');
		assert.equal(side.of('2')?.('ext.title_i'), '');
		assert.equal(side.of('1')?.('Gender'), undefined);
		assert.equal(side.of('7')?.('ext.title_i'), undefined);
		assert.equal(side.of('01')?.('Race'), undefined);
	});
});
