import { students } from '../../spec';
import { ownInference } from '../../spec/sources';
import type { Problem, RecordRule, StudentRule } from '../rule';
import type { Row } from '../views';

const IEP = 'IEP_status';
const IDEA = 'ext.idea_indicator';

export const ideaWithoutIep: RecordRule & StudentRule = {
	id: 'dataset/idea-without-iep',
	severity: 'information',
	title: 'IDEA is Yes, and IEP_status is N',
	why: 'A student who receives special education under IDEA has an individualized education program (IEP), so one of the two is probably wrong.',
	source: ownInference,
	example: {
		table: 'students_ext.csv',
		bad: { sis_id: '1001', [IDEA]: 'Yes', 'ext.primary_disability_type': 'AUT' },
		good: { sis_id: '1001', [IDEA]: 'No' },
		beside: `Student_id,School_id,Last_name,First_name,${IEP}\n1001,5,Reyes,Ana,N\n`,
	},

	// Both in students.csv.
	columns: [IEP, IDEA],
	checkRecord(row, report) {
		if (!isIdea(row) || row.value(IEP) !== 'N') return;
		report(problemWith(IEP), { column: row.column(IDEA) });
	},

	checkStudent(_id, row, { rows }, report) {
		if (!isIdea(row)) return;
		const said = rows.map((other) => other.value(IEP) ?? '').filter((value) => value !== '');
		// Rows of one student that disagree have a finding of their own.
		if (said.length === 0 || said.some((value) => value !== 'N')) return;
		report(problemWith(`${IEP} in ${students.fileName}`), { column: row.column(IDEA) });
	},
};

function isIdea(row: Row): boolean {
	return row.value(IDEA) === 'Yes';
}

function problemWith(iep: string): Problem {
	return { message: `${IDEA} is Yes, and ${iep} is N. Check that both are meant.` };
}
