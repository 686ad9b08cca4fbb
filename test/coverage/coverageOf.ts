import { countStudents } from '../../server/src/coverage/counting/count';
import { reportOf } from '../../server/src/coverage/report';
import type { CoverageReport } from '../../server/src/protocol/report';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checked } from '../support/features';

/** The coverage report of a district by the texts of its files. */
export function coverageOf(roster: string, extension?: string): CoverageReport {
	const files = {
		roster: checked('students.csv', roster),
		...(extension !== undefined && { extension: checked('students_ext.csv', extension) }),
	};
	return reportOf(runToEnd(countStudents(files)), Object.values(files));
}
