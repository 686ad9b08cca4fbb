import { cleverOnExcel } from '../../spec/sources';
import { shown } from '../../wording';
import { setValue } from '../fix';
import type { FieldRule } from '../rule';
import { textFormula } from '../textFormula';

const EXPONENT = /^\d(?:[.,]\d+)?E\+\d+$/i;
const DECIMALS = /^\d+[.,]0+$/;

export const mangledId: FieldRule = {
	id: 'field/mangled-id',
	severity: 'warning',
	title: 'Excel changed the ID',
	why: 'Excel treats an ID as a number: long ones become 1.23E+05, others end in .0. Clever can no longer match the row.',
	source: cleverOnExcel,
	example: { table: 'students_ext.csv', bad: { sis_id: '1.23E+05' }, good: { sis_id: '123456' } },

	appliesTo: (element) => element?.kind === 'key' || element?.kind === 'id',
	prefilter: { holds: '.,+=' },
	checkField({ table, element, value, column }) {
		const formula = textFormula(element?.column ?? '', column, value);
		if (formula) return formula;
		if (!EXPONENT.test(value) && !DECIMALS.test(value)) return undefined;
		return {
			message: `Excel changed this ID to ${shown(value)}${hasLostDigits(value) ? ' and its digits are lost' : ''}. Look the ${table.subject} up in your SIS.`,
			// Digits that Excel dropped are never guessed: only an ID that the other file has is offered.
			fixes: (row) => {
				const id = restored(value);
				if (element?.kind !== 'key' || !row.isStudent?.(id)) return [];
				return [setValue(`Use ${id} from ${row.layout.table.foreignKey?.fileName}`, column, id)];
			},
		};
	},
};

/** Whether the number has more digits than are written. */
function hasLostDigits(value: string): boolean {
	const [, decimals = '', exponent] = /^\d(?:[.,](\d+))?E\+(\d+)$/i.exec(value) ?? [];
	return exponent !== undefined && decimals.length < Number(exponent);
}

/** The number without its exponent and its decimals; digits that are not written are zeros. */
function restored(value: string): string {
	const [number = '', exponent] = value.toUpperCase().split('E+');
	const [whole = '', decimals = ''] = number.split(/[.,]/);
	return exponent === undefined ? whole : whole + decimals.padEnd(Number(exponent), '0');
}
