import { ownInference } from '../../spec/sources';
import type { RecordRule } from '../rule';

const IDEA = 'ext.idea_indicator';
const DISABILITY = 'ext.disability_status';

export const ideaWithoutDisability: RecordRule = {
	id: 'record/idea-without-disability',
	severity: 'information',
	tellsValue: true,
	title: 'IDEA is Yes, but the disability status is No',
	why: 'IDEA and Disability Status follow different laws (IDEA and ADA), so both values can be right, but a reviewer would ask.',
	source: ownInference,
	example: {
		table: 'students_ext.csv',
		bad: { [IDEA]: 'Yes', [DISABILITY]: 'No', 'ext.primary_disability_type': 'AUT' },
		good: { [IDEA]: 'Yes', [DISABILITY]: 'Yes', 'ext.primary_disability_type': 'AUT' },
	},

	columns: [IDEA, DISABILITY],
	portableRecord: {
		all: [
			{ column: IDEA, equals: 'Yes' },
			{ column: DISABILITY, equals: 'No' },
		],
		at: DISABILITY,
	},
	checkRecord(row, report) {
		if (row.value(IDEA) !== 'Yes' || row.value(DISABILITY) !== 'No') return;
		report(
			{ message: `${IDEA} is Yes, but ${DISABILITY} is No. Check that both are right.` },
			{ column: row.column(DISABILITY) },
		);
	},
};
