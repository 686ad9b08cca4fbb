import { ownInference } from '../../spec/sources';
import { shown } from '../../wording';
import type { RecordRule } from '../rule';

const IDEA = 'ext.idea_indicator';
const TYPE = 'ext.primary_disability_type';

export const typeWithoutIdea: RecordRule = {
	id: 'record/type-without-idea',
	severity: 'information',
	tellsValue: true,
	title: 'A disability type is given, but IDEA is No',
	why: 'The disability type belongs to services under IDEA. One of the two values is probably out of date.',
	source: ownInference,
	example: {
		table: 'students_ext.csv',
		bad: { [IDEA]: 'No', [TYPE]: 'AUT' },
		good: { [IDEA]: 'Yes', [TYPE]: 'AUT' },
	},

	columns: [IDEA, TYPE],
	portableRecord: { all: [{ column: IDEA, equals: 'No' }, { column: TYPE }], at: TYPE },
	checkRecord(row, report) {
		const type = row.value(TYPE);
		if (row.value(IDEA) !== 'No' || !type) return;
		report(
			{ message: `${TYPE} is ${shown(type)}, but ${IDEA} is No. Check which one is right.` },
			{ column: row.column(TYPE) },
		);
	},
};
