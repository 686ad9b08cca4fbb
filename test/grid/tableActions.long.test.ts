import fc from 'fast-check';
import { DrawnCase } from '../fuzz/drawn';
import { assertTableActions, drawTableActions } from './tableActions';

describe('actions in the table, one after the other', () => {
	it('change the cells that they mean and no other byte, and undo restores every byte', function () {
		this.timeout(60_000);
		fc.assert(fc.property(new DrawnCase(drawTableActions), assertTableActions), { numRuns: 300 });
	});
});
