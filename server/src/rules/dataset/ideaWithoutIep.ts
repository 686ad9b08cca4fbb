import { students } from '../../spec';
import { ownInference } from '../../spec/sources';
import type { Problem, RecordRule, StudentRule } from '../rule';
import type { Row } from '../views';

const IEP = 'IEP_status';
const IDEA = 'ext.idea_indicator';

export const ideaWithoutIep: RecordRule & StudentRule = {
	id: 'dataset/idea-without-iep',
	severity: 'information',
	tellsValue: true,
	title: 'IDEA is Yes, but IEP_status is N',
	why: 'A student who receives special education under IDEA has an individualized education program (IEP), so one of the two values is probably wrong.',
	source: ownInference,
	example: {
		table: 'students_ext.csv',
		bad: { sis_id: '1001', [IDEA]: 'Yes', 'ext.primary_disability_type': 'AUT' },
		good: { sis_id: '1001', [IDEA]: 'No' },
		sibling: `Student_id,School_id,Last_name,First_name,${IEP}\n1001,5,Reyes,Ana,N\n`,
	},

	// Runs on one row where students.csv has both columns.
	columns: [IEP, IDEA],
	portableRecord: {
		all: [
			{ column: IDEA, equals: 'Yes' },
			{ column: IEP, equals: 'N' },
		],
		at: IDEA,
	},
	checkRecord(row, report) {
		if (!isIdea(row) || row.value(IEP) !== 'N') return;
		report(problemWith(IEP), { column: row.column(IDEA) });
	},

	portableStudent: {
		kind: 'expects',
		here: { column: IDEA, equals: 'Yes' },
		there: { column: IEP, equals: 'N' },
	},
	checkStudent(_id, row, { rows }, report) {
		if (!isIdea(row)) return;
		const statuses = rows.map((other) => other.value(IEP) ?? '').filter((value) => value !== '');
		// Rows of one student that disagree are reported by another rule.
		if (statuses.length === 0 || statuses.some((value) => value !== 'N')) return;
		report(problemWith(`${IEP} in ${students.fileName}`), { column: row.column(IDEA) });
	},
};

function isIdea(row: Row): boolean {
	return row.value(IDEA) === 'Yes';
}

function problemWith(iep: string): Problem {
	return { message: `${IDEA} is Yes, but ${iep} is N. Check that both are right.` };
}
