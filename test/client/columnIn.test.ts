import assert from 'node:assert/strict';
import { columnIn } from '../../client/src/files/columnIn';

const outline = ['Student_id', 'FRL', 'Notes', 'FRL'].map((name, index) => ({ name, index }));

describe('the column of a way out', () => {
	it('is found by its place, though its header has spaces or marks around it, or appears twice', () => {
		for (const column of ['FRL', ' FRL ', '\u200bFRL', '"FRL"']) {
			assert.equal(columnIn(outline, { column, index: 1 })?.index, 1, column);
			assert.equal(columnIn(outline, { column, index: 3 })?.index, 3, column);
		}
	});

	it('is found by its name where the name is all there is', () => {
		assert.equal(columnIn(outline, { column: 'Notes' })?.index, 2);
		assert.equal(columnIn(outline, { column: 'Race' }), undefined);
	});

	it('is gone where another column is in its place, or none', () => {
		assert.equal(columnIn(outline, { column: 'FRL', index: 2 }), undefined);
		assert.equal(columnIn(outline, { column: 'FRL', index: 4 }), undefined);
	});
});
