import { amount } from '../../wording';
import { FIRST_CODE } from '../counting/blockCounts';
import { type ColumnCounts, filled, type StudentCounts } from '../counting/counts';
import type { Alarm } from '../reportTypes';
import { lostZeros } from './lostZeros';
import { unevenShares } from './unevenShares';

/** Fewer students may well lack a code. */
const ENOUGH_FOR_EVERY_CODE = 500;
/** In a longer list, as that of the languages, many codes are nobody's. */
const SHORT_LIST = 20;
/** Fewer students may well be all the same. */
const ENOUGH_TO_DIFFER = 50;

/** A code that nobody has, though its neighbours occur: a mapping that can never give it looks like this. */
function missingCodes(column: ColumnCounts): readonly string[] {
	const { options } = column.element.optionSet;
	const values = filled(column.students);
	if (values < ENOUGH_FOR_EVERY_CODE || options.length > SHORT_LIST || allNo(column).length > 0) return [];
	const occurs = (at: number): boolean => studentsWith(column, at) > 0;
	return options
		.filter((_, at) => !occurs(at) && [at - 1, at + 1].every((next) => !(next in options) || occurs(next)))
		.map(
			({ code, label }) =>
				`None of the ${amount(values)} students with a value has ${code} (${label}). Check that the export can give this code.`,
		);
}

/** Where all say no, unknown was perhaps written as no. */
function allNo(column: ColumnCounts): readonly string[] {
	const values = filled(column.students);
	const no = column.element.optionSet.options.findIndex(({ code }) => /^no?$/i.test(code));
	if (values < ENOUGH_TO_DIFFER || no < 0 || studentsWith(column, no) < values) return [];
	const code = column.element.optionSet.options[no]?.code;
	return [
		`Every one of the ${amount(values)} values is ${code}. Where it is not known, an empty field is right.`,
	];
}

/** What is said of one column. */
const columnRules = [missingCodes, allNo];
/** What is said of the whole. */
const rules = [unevenShares, lostZeros];

/** What no single cell shows: worth a look, and perhaps right. */
export function alarmsOf(counts: StudentCounts): Alarm[] {
	const ofColumns = counts.columns.flatMap((column) =>
		columnRules.flatMap((rule) =>
			rule(column).map((message): Alarm => ({ column: column.element.column, message })),
		),
	);
	return [...ofColumns, ...rules.flatMap((rule) => rule(counts))];
}

function studentsWith({ students }: ColumnCounts, option: number): number {
	return students[FIRST_CODE + option] ?? 0;
}
