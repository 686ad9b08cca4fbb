/** Decisions as steps that can be undone, on top of a mapping file that may come later. */
import assert from 'node:assert/strict';
import { DecisionSteps } from '../../../client/src/import/decisionSteps';
import type { ImportDecision } from '../../../client/src/import/messages';

const code = (value: string, to: string): ImportDecision => ({
	kind: 'code',
	element: 'Race',
	value,
	code: to,
});

describe('the steps of an import', () => {
	it('have no decisions at first', () => {
		const steps = new DecisionSteps(undefined);
		assert.equal(steps.current, undefined);
		assert.equal(steps.isDirty, false);
	});

	it('keep what a mapping file holds when a step from before it is undone and redone', () => {
		const steps = new DecisionSteps(undefined);
		const sheet: ImportDecision = { kind: 'format', format: { sheet: 'Students' } };
		steps.add(sheet);
		steps.rebase({ columns: { Student_id: 'No' }, sheet: 'Old' });
		assert.deepEqual(steps.current, { columns: { Student_id: 'No' }, sheet: 'Students' });
		steps.remove(sheet);
		assert.deepEqual(steps.current, { columns: { Student_id: 'No' }, sheet: 'Old' });
		steps.add(sheet);
		assert.deepEqual(steps.current, { columns: { Student_id: 'No' }, sheet: 'Students' });
	});

	it('are dirty until the same steps are there as were saved', () => {
		const steps = new DecisionSteps(undefined);
		const [white, black] = [code('1', 'W'), code('2', 'B')];
		steps.add(white);
		assert.equal(steps.isDirty, true);
		steps.setSaved(steps.position);
		steps.add(black);
		assert.equal(steps.isDirty, true);
		steps.remove(black);
		assert.equal(steps.isDirty, false);
		steps.remove(white);
		assert.equal(steps.isDirty, true);
	});

	it('of a backup are dirty, and open to no mapping, until they are saved', () => {
		const steps = new DecisionSteps({ system: 'PowerSchool' });
		assert.deepEqual([steps.isDirty, steps.isOpenToMapping], [true, false]);
		steps.setSaved(steps.position);
		assert.deepEqual([steps.isDirty, steps.isOpenToMapping], [false, true]);
	});

	it('are open to a mapping while they only say how to read the export', () => {
		const steps = new DecisionSteps(undefined);
		steps.add({ kind: 'format', format: { delimiter: ';' } });
		steps.add({ kind: 'format', format: { headerRow: 3 } });
		assert.deepEqual([steps.isOpenToMapping, steps.format], [true, { delimiter: ';', headerRow: 3 }]);
		steps.add(code('1', 'W'));
		assert.equal(steps.isOpenToMapping, false);
	});

	it('are another object after each change, so that a plan is known to be old', () => {
		const steps = new DecisionSteps({});
		const before = steps.current;
		const white = code('1', 'W');
		steps.add(white);
		steps.remove(white);
		assert.notEqual(steps.current, before);
	});
});
