import assert from 'node:assert/strict';
import type { ListedStudent } from '../../../server/src/compare/changes/changesTypes';
import { sameIds, zerosChanged } from '../../../server/src/compare/changes/studentPairs';
import { runToEnd } from '../../../server/src/work/runToEnd';

const listed = (...ids: readonly string[]): readonly ListedStudent[] =>
	ids.map((id) => ({ id, name: '', school: '' }));
const idsOf = (
	pairs: readonly { readonly before: ListedStudent; readonly after: ListedStudent }[],
): unknown => pairs.map(({ before, after }) => [before.id, after.id]);

describe('pairs of students', () => {
	it('have the same ID but for leading zeros, where one old student has it', () => {
		const gone = listed('007', '08', '9', '0012', '012');
		const added = listed('9a', '8', '08x', '7', '12', '07');
		assert.deepEqual(idsOf(runToEnd(zerosChanged(gone, added))), [
			['08', '8'],
			['007', '7'],
		]);
	});

	it('have exactly the same ID', () => {
		assert.deepEqual(idsOf(runToEnd(sameIds(listed('1', '02', '3'), listed('3', '2', '1')))), [
			['3', '3'],
			['1', '1'],
		]);
	});

	it('are found in small steps, whatever the number of students', () => {
		const many = Array.from({ length: 20_000 }, (_, at) => `${1_000_000 + at}`);
		const gone = listed(...many.map((id) => `0${id}`));
		const steps = zerosChanged(gone, listed(...many));
		let count = 0;
		let step = steps.next();
		for (; !step.done; step = steps.next()) count++;
		assert.equal(step.value.length, 20_000);
		assert.ok(count >= 2 * Math.floor(20_000 / 512), `${count} steps`);
	});
});
