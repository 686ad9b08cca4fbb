import { cleverOnExcel } from '../../spec/sources';
import { quoteUnlessDigits, shown } from '../../wording';
import { type Fix, setValue } from '../fix';
import type { FieldRule } from '../rule';
import { textFormula } from '../textFormula';
import type { Row } from '../views';

const EXPONENT = /^\d(?:[.,]\d+)?E\+\d+$/i;
const DECIMALS = /^\d+[.,]0+$/;
/** Groups of three digits, as Excel writes a number in the US; an ID with a zero in front is no number. */
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.0+)?$/;
/** The errors of Excel's functions; TYPE and ERROR.TYPE in its documentation list them. */
const ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!|FIELD!|GETTING_DATA)$/i;
const TOO_NARROW = /^#{2,}$/;
const TRUTH = /^(?:TRUE|FALSE)$/i;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DATE = new RegExp(`^(?:(\\d{1,2})-(${MONTHS.join('|')})|(${MONTHS.join('|')})-(\\d{2}))$`, 'i');
/** The length of the longest of these dates, "12-Mar". */
const DATE_LENGTH = 6;

/** What Excel made of an ID. */
interface Mangled {
	/** What has happened: a sentence without its period. */
	readonly what: string;
	/** The IDs that it can have been, the likeliest first. */
	readonly ids: readonly string[];
	/** `certain`: the first ID is meant. `exact`: no digit is lost but zeros. `guess`: only if a student has the ID. */
	readonly certainty: 'certain' | 'exact' | 'guess';
}

export const mangledId: FieldRule = {
	id: 'field/mangled-id',
	severity: 'warning',
	title: 'Excel changed the ID',
	why: 'Excel treats an ID as a number, a date or a formula: long ones become 1.23E+05, others end in .0, get a comma, or become a date such as 2-Mar or an error such as #N/A. Clever can no longer match the row.',
	source: cleverOnExcel,
	example: { table: 'students_ext.csv', bad: { sis_id: '1.23E+05' }, good: { sis_id: '123456' } },

	appliesTo: (element) => element?.kind === 'key' || element?.kind === 'id',
	prefilter: { startsWith: '#TtFf', holds: '.,+=', ifShort: { holds: '-', atMost: DATE_LENGTH } },
	checkField({ table, element, value, column }) {
		const formula = textFormula(element?.column ?? '', column, value);
		if (formula) return formula;
		const mangled = mangledFrom(value);
		if (!mangled) return undefined;
		const { what, ids, certainty } = mangled;
		const [first = ''] = ids;
		const lookUp =
			element?.kind === 'key' ? `Look the ${table.subject} up in your SIS.` : 'Look it up in your SIS.';
		return {
			message: `${what}. ${certainty === 'certain' ? `Use ${first}.` : lookUp}`,
			// Digits that Excel dropped are never guessed: only an ID that the other file has is offered.
			fixes: (row) => {
				if (certainty === 'certain') return [setValue(`Use ${first}`, column, first, true)];
				if (element?.kind === 'key' && row.isStudent) return ofStudents(ids, row, column);
				return certainty === 'exact' ? [setValue(`Use ${first}`, column, first)] : [];
			},
		};
	},
};

function ofStudents(ids: readonly string[], row: Row, column: number): readonly Fix[] {
	const file = row.layout.table.foreignKey?.fileName;
	return ids
		.filter((id) => row.isStudent?.(id))
		.map((id) => setValue(`Use ${quoteUnlessDigits(id)} from ${file}`, column, id));
}

function mangledFrom(value: string): Mangled | undefined {
	if (THOUSANDS.test(value)) {
		const id = value.replace(/\.0+$/, '').replaceAll(',', '');
		return {
			what: `Excel wrote this ID as the number ${shown(value)}`,
			ids: [id],
			certainty: 'certain',
		};
	}
	if (EXPONENT.test(value) || DECIMALS.test(value)) {
		const isLost = hasLostDigits(value);
		return {
			what: `Excel changed this ID to ${shown(value)}${isLost ? ' and its digits are lost' : ''}`,
			ids: [restored(value)],
			certainty: isLost ? 'guess' : 'exact',
		};
	}
	if (ERROR.test(value)) {
		return { what: `This ID is ${value}, an error of Excel`, ids: [], certainty: 'guess' };
	}
	if (TOO_NARROW.test(value)) {
		return {
			what: `This ID is ${shown(value)}, as Excel shows a number in a narrow column`,
			ids: [],
			certainty: 'guess',
		};
	}
	if (TRUTH.test(value)) return { what: `Excel changed this ID to ${value}`, ids: [], certainty: 'guess' };
	const date = DATE.exec(value);
	if (!date) return undefined;
	return { what: `Excel changed this ID to the date ${value}`, ids: beforeDate(date), certainty: 'guess' };
}

/** What people type that Excel makes a date of: "3-2", "3/2", "MAR2", with zeros in front too, or turned around. */
function beforeDate(date: RegExpExecArray): readonly string[] {
	const name = (date[2] ?? date[3] ?? '').toUpperCase();
	const month = String(MONTHS.indexOf(name) + 1);
	const day = date[1] ?? date[4] ?? '';
	const withZero = (number: string): string => number.padStart(2, '0');
	const pairs = [
		[month, day],
		[day, month],
		[withZero(month), withZero(day)],
		[withZero(day), withZero(month)],
	];
	const numbers = pairs.flatMap(([one, other]) => [`${one}-${other}`, `${one}/${other}`]);
	return [...new Set([...numbers, `${name}${day}`, `${name}${withZero(day)}`, `${day}${name}`])];
}

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
