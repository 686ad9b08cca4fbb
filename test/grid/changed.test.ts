/** What changed since the last upload, in the table: which rows, what was there, and putting it back. */

import assert from 'node:assert/strict';
import type { Checker } from '../../server/src/check/live/checker';
import { documentFile } from '../../server/src/compare/changes/documentFile';
import { readSide } from '../../server/src/compare/changes/readSide';
import { CsvDocument } from '../../server/src/csv/document';
import { setEarlierValues } from '../../server/src/grid/earlierValues';
import { gridEdit } from '../../server/src/grid/gridEdit';
import { gridLayout } from '../../server/src/grid/layout';
import { gridRows } from '../../server/src/grid/rows';
import { defaultSettings } from '../../server/src/settings';
import { students } from '../../server/src/spec';
import { runToEnd } from '../../server/src/work/runToEnd';
import { done, editedText, problemOf } from '../bulk/support';
import { checkerOf } from '../support/checking';
import { rowsOf } from './editing';
import { recordsOf, viewOf } from './support';

const header = 'Student_id,Last_name,Gender,Race';
const before = `${header}\n1,Old,M,W\n2,B,F,\n3,C,M,W\n4,D,M,W\n5,E,X,A\n`;
// 1, 3 and 4 were W, of whom 4 has P now; 2 had no race; 5 has the same; 6 is new.
const now = `${header}\n1,New,M,A\n2,B,F,W\n3,C,M,"A"\n4,D,M,P\n5,E,X,A\n6,F,F,A\n`;

function compared(more = ''): Checker {
	const checker = checkerOf(students, now + more, {}, { blockSize: 32 });
	checker.run();
	const document = new CsvDocument('file:///old/students.csv', '', 1, before);
	setEarlierValues(
		checker.document,
		runToEnd(readSide({ roster: documentFile(document, students) }, defaultSettings)),
	);
	return checker;
}
function restored(record: number, column: number, all: boolean): string {
	const checker = compared();
	const action = { type: 'restore', record, column, all } as const;
	return editedText(checker, done(gridEdit(checker, rowsOf(checker), action)).edits);
}

describe('the table after a comparison', () => {
	it('shows the rows with a category that changed, and what was there', () => {
		const checker = compared();
		assert.equal(gridLayout(checker).isCompared, true);
		assert.deepEqual(recordsOf(checker, viewOf({ changed: true })), [1, 2, 3, 4]);
		assert.deepEqual(recordsOf(checker, viewOf({ changed: true, text: 'D' })), [4]);
		const { rows } = runToEnd(gridRows(checker, viewOf({}), { first: 0, count: 9, columns: [3] }));
		assert.deepEqual(
			rows.map(({ earlier }) => earlier),
			[
				[{ column: 3, value: 'W' }],
				[{ column: 3, value: '' }],
				[{ column: 3, value: 'W' }],
				[{ column: 3, value: 'W' }],
				undefined,
				undefined,
			],
		);
	});

	it('compares the first row of a student only, and shows the rows that had one value', () => {
		const checker = compared('4,D,,\n');
		assert.deepEqual(recordsOf(checker, viewOf({ changed: true })), [1, 2, 3, 4]);
		assert.deepEqual(recordsOf(checker, viewOf({ changed: { column: 3, from: 'W' } })), [1, 3, 4]);
		assert.deepEqual(recordsOf(checker, viewOf({ changed: { column: 3, from: '' } })), [2]);
		assert.deepEqual(recordsOf(checker, viewOf({ changed: { column: 2, from: 'W' } })), []);
		const ofA = { changed: { column: 3, from: 'W' }, values: [{ column: 3, values: ['A'] }] };
		assert.deepEqual(recordsOf(checker, viewOf(ofA)), [1, 3]);
	});

	it('restores one value, or all with the same change', () => {
		assert.equal(restored(1, 3, false), now.replace('1,New,M,A', '1,New,M,W'));
		assert.equal(
			restored(1, 3, true),
			now.replace('1,New,M,A', '1,New,M,W').replace('3,C,M,"A"', '3,C,M,"W"'),
		);
		assert.equal(restored(2, 3, true), now.replace('2,B,F,W', '2,B,F,'));
	});

	it('restores nothing that did not change, and no row without a comparison', () => {
		const checker = compared();
		for (const [record, column] of [
			[5, 3],
			[6, 3],
			[1, 1],
			[99, 3],
		] as const) {
			const action = { type: 'restore', record, column, all: true } as const;
			assert.match(problemOf(gridEdit(checker, rowsOf(checker), action)), /There is nothing to restore/);
		}
		setEarlierValues(checker.document, undefined);
		assert.equal(gridLayout(checker).isCompared, false);
		assert.deepEqual(recordsOf(checker, viewOf({ changed: true })), []);
	});
});
