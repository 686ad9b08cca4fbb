import { trimUnseen } from '../../characters';
import { exportersInUse } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';

export const outerBlank: FieldRule = {
	id: 'field/outer-blank',
	severity: 'warning',
	tellsValue: false,
	title: 'An ID has spaces around it',
	why: 'An ID with a space is a different ID, so Clever cannot match the row.',
	source: exportersInUse,
	example: { table: 'students_ext.csv', bad: { sis_id: '1 ' }, good: { sis_id: '1' } },

	appliesTo: (element) => element?.kind === 'key' || element?.kind === 'id',
	prefilter: { holds: ' ' },
	portable: { kind: 'patterns', any: [/^\s+\S/, /\S\s+$/] },
	checkField({ element, value, column }) {
		const trimmed = trimUnseen(value);
		if (trimmed === value || trimmed === '') return undefined;
		return {
			message: `${element?.column} has spaces around "${shown(trimmed)}". Remove them.`,
			fixes: () => [setValue('Remove the Spaces', column, trimmed, true)],
		};
	},
};
