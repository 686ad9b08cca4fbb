import assert from 'node:assert/strict';
import { folderSummary } from '../../client/src/status/folderSummary';

describe('the summary of a folder', () => {
	const readiness = { state: 'ready', summary: '', reasons: [] } as const;
	const roster = { fileName: 'students.csv', records: 1300, errors: 0, warnings: 0 };
	const extension = { fileName: 'students_ext.csv', records: 1187, errors: 3, warnings: 1 };

	it('counts the errors left and the students covered', () => {
		assert.equal(
			folderSummary({ files: [roster, extension], students: 1204, covered: 1187, readiness }),
			'students.csv: no errors. students_ext.csv: 3 errors, 1 warning. 1,187 of 1,204 students have a row in students_ext.csv.',
		);
	});

	it('leaves out the students if one file is missing', () => {
		assert.equal(
			folderSummary({ files: [roster], students: 1204, covered: undefined, readiness }),
			'students.csv: no errors.',
		);
	});
});
