import { cleverOnExcel } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';

const EXPONENT = /^\d(?:[.,]\d+)?E\+\d+$/i;
const DECIMALS = /^\d+[.,]0+$/;

export const mangledId: FieldRule = {
	id: 'field/mangled-id',
	severity: 'warning',
	title: 'Excel has changed the id',
	why: 'Excel takes an id for a number: long ones become 1.23E+05, others end in .0. The row no longer meets its student.',
	source: cleverOnExcel,
	example: { table: 'students_ext.csv', bad: { sis_id: '1.23E+05' }, good: { sis_id: '123456' } },

	appliesTo: (element) => element?.kind === 'key' || element?.kind === 'id',
	prefilter: { holds: '.,+' },
	checkField({ element, value, column }) {
		if (!EXPONENT.test(value) && !DECIMALS.test(value)) return undefined;
		return {
			message: `"${shown(value)}" in ${element?.column} looks like an id that Excel has changed. Take the id from the student information system again.`,
			// Only what the other file holds: digits that Excel has dropped are not guessed.
			fixes: (row) => {
				const id = restored(value);
				if (element?.kind !== 'key' || !row.isStudent?.(id)) return [];
				return [setValue(`Use "${shown(id)}", which the other file holds`, column, id)];
			},
		};
	},
};

/** The number as it reads without an exponent and without decimals that say nothing. */
function restored(value: string): string {
	const [number = '', exponent] = value.toUpperCase().split('E+');
	const [whole = '', decimals = ''] = number.split(/[.,]/);
	return exponent === undefined ? whole : whole + decimals.padEnd(Number(exponent), '0');
}
