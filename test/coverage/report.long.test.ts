import assert from 'node:assert/strict';
import { countStudents } from '../../server/src/coverage/counting/count';
import { reportOf } from '../../server/src/coverage/report';
import { savedReportOf } from '../../server/src/coverage/suppression/savedReport';
import { runToEnd } from '../../server/src/work/runToEnd';
import { Random } from '../csv/random';
import { checked } from '../support/features';
import { fileText, SECRETS } from './district';

describe('the coverage report', () => {
	it('contains no name, ID or wrong value of any student', () => {
		for (let seed = 0; seed < 100; seed++) {
			const random = new Random(seed);
			const roster = checked('students.csv', fileText(random, 'roster', 60));
			const extension = checked('students_ext.csv', fileText(random, 'extension', 60));
			const counts = runToEnd(countStudents({ roster, extension }));
			const made = reportOf(counts, [roster, extension]);
			const saved = savedReportOf(counts, made.files, { state: 'errors', summary: '', reasons: [] }, 5);
			for (const text of [made, saved].map((each) => JSON.stringify(each))) {
				for (const secret of SECRETS) assert.ok(!text.includes(secret), `${secret} in seed ${seed}`);
				assert.doesNotMatch(text, /77\d{3}/, `seed ${seed}`);
			}
		}
	});
});
