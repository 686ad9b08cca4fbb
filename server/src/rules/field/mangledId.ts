import { cleverOnExcel } from '../../spec/sources';
import { isSpreadsheetError, SPREADSHEET_ERROR } from '../../spec/spreadsheetErrors';
import { quoteUnlessDigits, shown } from '../../wording';
import { type Fix, setValue } from '../fix';
import type { FieldRule } from '../rule';
import { TEXT_FORMULA, textFormula } from '../textFormula';
import type { Row } from '../views';

const EXPONENT = /^\d(?:[.,]\d+)?E\+\d+$/i;
const DECIMALS = /^\d+[.,]0+$/;
/** Groups of three digits, as Excel writes a number in the US; an ID with a zero in front is no number. */
const THOUSANDS = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.0+)?$/;
const TOO_NARROW = /^#{2,}$/;
const TRUTH = /^(?:TRUE|FALSE)$/i;
const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DATE = new RegExp(`^(?:(\\d{1,2})-(${MONTHS.join('|')})|(${MONTHS.join('|')})-(\\d{2}))$`, 'i');
/** Month and day of this year, which Excel adds to "3-2" and "3/2". */
const FULL_DATE = /^(0?[1-9]|[12]\d|3[01])\/(0?[1-9]|[12]\d|3[01])\/(?:\d{2}|(?:19|20)\d{2})$/;
/** An apostrophe in front: Excel shows what follows as text, and does not show the apostrophe. */
const APOSTROPHE = /^['‘’`]([0-9A-Za-z][0-9A-Za-z-]*)$/;
const IN_QUOTES = /^(?:['‘’`]([0-9A-Za-z][0-9A-Za-z-]*)['‘’`]|[“”„]([0-9A-Za-z][0-9A-Za-z-]*)[“”])$/;
const SEMICOLON = /^([0-9A-Za-z][0-9A-Za-z-]*);+$/;
/** Excel writes no number with more digits in an ID; a longer one is no ID. */
const MAX_EXPONENT = 30;
/** The length of the longest of these dates, "12-Mar". */
const DATE_LENGTH = 6;

/** What Excel made of an ID. */
interface Mangled {
	/** What the column has: the value, and what Excel did, without a period. */
	readonly what: string;
	/** The IDs that it can have been, the likeliest first. */
	readonly ids: readonly string[];
	/** `certain`: the first ID is meant. `exact`: no digit is lost but zeros. `guess`: only if a student has the ID. */
	readonly certainty: 'certain' | 'exact' | 'guess';
}

export const mangledId: FieldRule = {
	id: 'field/mangled-id',
	severity: 'warning',
	tellsValue: false,
	title: 'Excel changed the ID',
	why: 'Excel treats an ID as a number, a date or a formula: long ones become 1.23E+05, others end in .0, get a comma, or become a date such as 2-Mar or an error such as #N/A. Clever can no longer match the row.',
	source: cleverOnExcel,
	example: { table: 'students_ext.csv', bad: { sis_id: '1.23E+05' }, good: { sis_id: '123456' } },

	appliesTo: (element) => element?.kind === 'key' || element?.kind === 'id',
	prefilter: { startsWith: "#TtFf'`", holds: '.,+=/;', ifShort: { holds: '-', atMost: DATE_LENGTH } },
	portable: {
		kind: 'patterns',
		any: [
			...[TEXT_FORMULA, THOUSANDS, EXPONENT, DECIMALS, SPREADSHEET_ERROR, TOO_NARROW, TRUTH, APOSTROPHE],
			...[IN_QUOTES, SEMICOLON, DATE, FULL_DATE],
		],
	},
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
			message: `${element?.column} has ${what}. ${certainty === 'certain' ? `Use ${first}.` : lookUp}`,
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
	return mangledNumber(value) ?? mangledText(value) ?? mangledDate(value);
}

function mangledNumber(value: string): Mangled | undefined {
	const written = shown(value);
	if (THOUSANDS.test(value)) {
		const id = value.replace(/\.0+$/, '').replaceAll(',', '');
		return { what: `${written}, an ID that Excel wrote as a number`, ids: [id], certainty: 'certain' };
	}
	if (EXPONENT.test(value) || DECIMALS.test(value)) {
		const isLost = hasLostDigits(value);
		const id = restored(value);
		return {
			what: `${written}: Excel changed the ID${isLost ? ' and its digits are lost' : ''}`,
			ids: id === undefined ? [] : [id],
			certainty: isLost || id === undefined ? 'guess' : 'exact',
		};
	}
	if (isSpreadsheetError(value))
		return { what: `${written}, an error of Excel`, ids: [], certainty: 'guess' };
	if (TOO_NARROW.test(value)) {
		const what = `${written}, as Excel shows a number in a narrow column`;
		return { what, ids: [], certainty: 'guess' };
	}
	if (!TRUTH.test(value)) return undefined;
	return { what: `${written}: Excel changed the ID`, ids: [], certainty: 'guess' };
}

function mangledText(value: string): Mangled | undefined {
	const written = shown(value);
	const certainty = (id: string): Mangled['certainty'] => (/^\d+$/.test(id) ? 'certain' : 'exact');
	const [, id] = APOSTROPHE.exec(value) ?? [];
	if (id !== undefined) {
		const what = `${written}: the apostrophe keeps zeros in Excel only`;
		return { what, ids: [id], certainty: certainty(id) };
	}
	const [, inSingle, inDouble] = IN_QUOTES.exec(value) ?? [];
	const inner = inSingle ?? inDouble;
	if (inner !== undefined) {
		return { what: `${written}, an ID in quotes`, ids: [inner], certainty: certainty(inner) };
	}
	const [, before] = SEMICOLON.exec(value) ?? [];
	if (before === undefined) return undefined;
	return { what: `${written}, with a semicolon after the ID`, ids: [before], certainty: 'exact' };
}

function mangledDate(value: string): Mangled | undefined {
	const named = DATE.exec(value);
	const full = FULL_DATE.exec(value);
	if (!named && !full) return undefined;
	const ids = named ? beforeDate(named) : beforeNumbers(full?.[1] ?? '', full?.[2] ?? '');
	return { what: `the date ${value}, which Excel made of an ID`, ids, certainty: 'guess' };
}

/** What people type that Excel makes a date of: "3-2", "3/2", "MAR2", with zeros in front too, or turned around. */
function beforeDate(date: RegExpExecArray): readonly string[] {
	const name = (date[2] ?? date[3] ?? '').toUpperCase();
	const month = String(MONTHS.indexOf(name) + 1);
	const day = date[1] ?? date[4] ?? '';
	const numbers = beforeNumbers(month, day);
	return [...new Set([...numbers, `${name}${day}`, `${name}${withZero(day)}`, `${day}${name}`])];
}

/** What people type with two numbers. */
function beforeNumbers(month: string, day: string): readonly string[] {
	const pairs = [
		[month, day],
		[day, month],
		[withZero(month), withZero(day)],
		[withZero(day), withZero(month)],
	];
	return [...new Set(pairs.flatMap(([one, other]) => [`${one}-${other}`, `${one}/${other}`]))];
}

function withZero(number: string): string {
	return number.padStart(2, '0');
}

/** Whether the number has more digits than are written. */
function hasLostDigits(value: string): boolean {
	const [, decimals = '', exponent] = /^\d(?:[.,](\d+))?E\+(\d+)$/i.exec(value) ?? [];
	return exponent !== undefined && decimals.length < Number(exponent);
}

/** The number without its exponent and its decimals; digits that are not written are zeros. Undefined where it is no ID. */
function restored(value: string): string | undefined {
	const [number = '', exponent] = value.toUpperCase().split('E+');
	const [whole = '', decimals = ''] = number.split(/[.,]/);
	if (exponent === undefined) return whole;
	return Number(exponent) > MAX_EXPONENT ? undefined : whole + decimals.padEnd(Number(exponent), '0');
}
