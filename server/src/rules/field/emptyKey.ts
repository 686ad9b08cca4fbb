import { cleverSftp } from '../../spec/sources';
import type { FieldRule } from '../rule';

export const emptyKey: FieldRule = {
	id: 'field/empty-key',
	severity: 'error',
	title: "The student's id is missing",
	why: 'A row without an id belongs to nobody, and its values are lost.',
	source: cleverSftp,
	example: {
		table: 'students_ext.csv',
		bad: { sis_id: '', 'ext.migrant_status': 'Yes' },
		good: { sis_id: '1', 'ext.migrant_status': 'Yes' },
	},

	appliesTo: (element) => element?.kind === 'key',
	prefilter: { holds: ' ' },
	checkField({ element, value }) {
		if (value.trim() !== '') return undefined;
		return {
			message: `${element?.column} is empty: the row belongs to no student. Write the id, or delete the row.`,
		};
	},
};
