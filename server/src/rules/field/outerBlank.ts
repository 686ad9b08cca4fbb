import { exportersInUse } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';

export const outerBlank: FieldRule = {
	id: 'field/outer-blank',
	severity: 'warning',
	title: 'Blanks stand around an id',
	why: 'An id with a blank is another id: the row no longer meets its student.',
	source: exportersInUse,
	example: { table: 'students_ext.csv', bad: { sis_id: '1 ' }, good: { sis_id: '1' } },

	appliesTo: (element) => element?.kind === 'key',
	prefilter: { holds: ' ' },
	checkField({ element, value, column }) {
		const trimmed = value.trim();
		if (trimmed === value || trimmed === '') return undefined;
		return {
			message: `Blanks stand around "${shown(trimmed)}" in ${element?.column}. Delete them.`,
			fixes: () => [setValue('Delete the blanks', column, trimmed, true)],
		};
	},
};
