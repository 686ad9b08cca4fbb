import assert from 'node:assert/strict';
import { coveredLine } from '../../client/src/status/coveredLine';

describe('the line on the students who are covered', () => {
	it('counts them if both files are there', () => {
		const readiness = { state: 'ready', summary: 'Ready to upload.', reasons: [] } as const;
		const state = { files: [], students: 1204, readiness };
		assert.equal(
			coveredLine({ ...state, covered: 1187 }),
			'1,187 of 1,204 students have a row in students_ext.csv.',
		);
		assert.equal(coveredLine({ ...state, covered: undefined }), undefined);
	});
});
