import assert from 'node:assert/strict';
import type { GridView } from '../../server/src/grid/gridTypes';
import { gridMarks } from '../../server/src/grid/marks';
import { nextProblem } from '../../server/src/grid/nextProblem';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checkerOf } from '../support/checking';
import { pets } from '../support/pets';
import { viewOf } from './support';

const text = [
	'Pet_id,Name,Size,Kind',
	'1,a,S,D',
	'2,=b,Q,Q',
	'3,c,S,D',
	',,,',
	'5,e,S',
	'6,f,S,Q',
	'7,g,S,D',
	'',
].join('\n');

/** Row and column of each stop from a place on, until it comes round. */
function stops(view: GridView, backward: boolean, content = text): string[] {
	const checker = checkerOf(pets, content, {}, { blockSize: 32 });
	const seen: string[] = [];
	let from = { row: -1, column: 0 };
	for (;;) {
		const place = runToEnd(nextProblem(checker, view, { ...from, backward }));
		if (!place) return seen;
		const stop = `${place.record}:${place.column}`;
		if (seen.includes(stop)) {
			assert.equal(stop, seen[0], 'goes round to the first');
			return seen;
		}
		seen.push(stop);
		from = place;
	}
}

const forward = ['2:1', '2:2', '2:3', '4:0', '5:0', '6:3'];

describe('the next problem', () => {
	it('is in the next cell, by row and column, and goes round', () => {
		assert.deepEqual(stops(viewOf({}), false), forward);
		assert.deepEqual(stops(viewOf({}), true), forward.toReversed());
	});

	it('is in the rows of the view, in its order', () => {
		assert.deepEqual(stops(viewOf({ values: [{ column: 3, values: ['Q', ''] }] }), false), [
			'2:1',
			'2:2',
			'2:3',
			'4:0',
			'6:3',
		]);
		assert.deepEqual(stops(viewOf({}, { column: 0, descending: true }), false), [
			'6:3',
			'2:1',
			'2:2',
			'2:3',
			'4:0',
			'5:0',
		]);
		assert.deepEqual(stops(viewOf({}, { column: 0, descending: true }), true), [
			'5:0',
			'4:0',
			'2:3',
			'2:2',
			'2:1',
			'6:3',
		]);
	});

	it('is nowhere in a view without any', () => {
		assert.deepEqual(stops(viewOf({ text: 'g' }), false), []);
		assert.deepEqual(stops(viewOf({}), true, 'Pet_id,Name\n1,a\n'), []);
		assert.deepEqual(stops(viewOf({}), false, ''), []);
	});

	it('is the same cell where there is no other', () => {
		assert.deepEqual(stops(viewOf({ text: '6' }), false), ['6:3']);
		assert.deepEqual(stops(viewOf({}), false, 'Pet_id,Size\n1,Q\n'), ['1:1']);
	});
});

describe('the marks', () => {
	const marks = (view: GridView, parts: number): string => {
		const checker = checkerOf(pets, text, {}, { blockSize: 32 });
		assert.ok(checker.run());
		return runToEnd(gridMarks(checker, view, parts));
	};

	it('have the worst severity in each part of the view', () => {
		assert.equal(marks(viewOf({}), 7), ' e wee ');
		assert.equal(marks(viewOf({}), 2), 'ee');
		assert.equal(marks(viewOf({}), 14), '  e   w e e   ');
		assert.equal(marks(viewOf({ text: 's' }), 4), ' ee ');
	});

	it('are of any number of parts', () => {
		assert.equal(marks(viewOf({}), 0), '');
		assert.equal(marks(viewOf({ text: 'nowhere' }), 3), '   ');
	});
});
