import { isUnseen } from '../../characters';
import { cleverSftp } from '../../spec/sources';
import type { FieldRule } from '../rule';

export const emptyKey: FieldRule = {
	id: 'field/empty-key',
	severity: 'error',
	tellsValue: false,
	title: 'The ID is missing',
	why: 'Clever matches each row by this ID. Without it, the values of the row cannot be used.',
	reason: 'unreadable-rows',
	source: cleverSftp,
	example: {
		table: 'students_ext.csv',
		bad: { sis_id: '', 'ext.migrant_status': 'Yes' },
		good: { sis_id: '1', 'ext.migrant_status': 'Yes' },
	},

	appliesTo: (element) => element?.kind === 'key',
	prefilter: { holds: ' ' },
	portable: { kind: 'patterns', any: [/^\s*$/] },
	checkField({ element, value }) {
		if (!isUnseen(value)) return undefined;
		return {
			message: `${element?.column} is empty, so Clever cannot match this row. Write the ID, or remove the row.`,
		};
	},
};
