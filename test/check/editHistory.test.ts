/** What is said of a file follows from its text, whatever edits have led to it. */
import assert from 'node:assert/strict';
import type { Checker } from '../../server/src/check/live/checker';
import { checkerOf } from '../support/checking';

const HEADER = 'Student_id,School_id,Last_name,First_name';

function afterReplacing(checker: Checker, line: number, text: string): Checker {
	assert.ok(checker.run());
	const range = { start: { line, character: 0 }, end: { line: line + 1, character: 0 } };
	checker.document.update([{ range, text }], 2);
	assert.ok(checker.run());
	return checker;
}

describe('what is said of a file', () => {
	it('counts all rows below a header that cannot be read', () => {
		const rows = '1,5,Reyes,Ana\n'.repeat(40);
		const fresh = checkerOf('students.csv', `no header\n${rows}`, {}, { blockSize: 8 });
		assert.ok(fresh.run());
		assert.deepEqual([fresh.isReadable, fresh.records], [false, 40]);
		const edited = checkerOf('students.csv', `${HEADER}\n${rows}`, {}, { blockSize: 8 });
		assert.equal(afterReplacing(edited, 0, 'no header\n').records, 40);
	});

	it('can stop while it counts them', () => {
		const checker = checkerOf('students.csv', `no header\n${'1\n'.repeat(40)}`, {}, { blockSize: 8 });
		assert.equal(
			checker.run(() => true),
			false,
		);
	});
});
