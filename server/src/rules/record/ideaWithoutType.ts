import { ownInference } from '../../spec/sources';
import type { RecordRule } from '../rule';

const IDEA = 'ext.idea_indicator';
const TYPE = 'ext.primary_disability_type';

export const ideaWithoutType: RecordRule = {
	id: 'record/idea-without-type',
	severity: 'information',
	tellsValue: true,
	title: 'IDEA is Yes, but no disability type is given',
	why: 'A student who receives services under IDEA has one of the 13 disabilities that IDEA lists. A reviewer would ask for the type.',
	source: ownInference,
	example: {
		table: 'students_ext.csv',
		bad: { [IDEA]: 'Yes', [TYPE]: '' },
		good: { [IDEA]: 'Yes', [TYPE]: 'AUT' },
	},

	columns: [IDEA, TYPE],
	portableRecord: {
		all: [
			{ column: IDEA, equals: 'Yes' },
			{ column: TYPE, equals: '' },
		],
		at: IDEA,
	},
	checkRecord(row, report) {
		if (row.value(IDEA) !== 'Yes' || row.value(TYPE) !== '') return;
		report(
			{ message: `${IDEA} is Yes, but ${TYPE} is empty. Fill in the type if it is known.` },
			{ column: row.column(IDEA) },
		);
	},
};
