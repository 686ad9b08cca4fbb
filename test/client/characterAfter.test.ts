import assert from 'node:assert/strict';
import { characterAfter } from '../../client/src/ui/characterAfter';

/** The line after the edit, with the cursor that is marked in the line before it. */
function moved(before: string, now: string): string {
	const text = before.replace('‸', '');
	const at = characterAfter(text, now, before.indexOf('‸'));
	return `${now.slice(0, at)}‸${now.slice(at)}`;
}

describe('the cursor after a change of its line', () => {
	it('stays at the same text, before and after what changed', () => {
		assert.equal(moved('1,Re‸yes,Female,W', '1,Reyes,F,W'), '1,Re‸yes,F,W');
		assert.equal(moved('1,Reyes,Female,W‸', '1,Reyes,F,W'), '1,Reyes,F,W‸');
		assert.equal(moved('1,Reyes,,‸W', '1,Reyes,Female,W'), '1,Reyes,Female,‸W');
	});

	it('stays in the field that changed', () => {
		assert.equal(moved('1,Reyes,‸Female,W', '1,Reyes,M,W'), '1,Reyes,‸M,W');
		assert.equal(moved('1,Reyes,Fem‸ale,W', '1,Reyes,M,W'), '1,Reyes,‸M,W');
		assert.equal(moved('1,Reyes,Fem‸ale,W', '1,Reyes,,W'), '1,Reyes,‸,W');
		assert.equal(moved('1,Reyes,‸,W', '1,Reyes,F,W'), '1,Reyes,‸F,W');
		assert.equal(moved('aaa‸aaa', 'aaa'), 'aaa‸');
	});

	it('stays where it is in a line that did not change', () => {
		assert.equal(moved('1,Re‸yes', '1,Reyes'), '1,Re‸yes');
	});
});
