/** What becomes of the values of the columns that feed a column of codes. */

import type { OptionSet, Table } from '../../spec';
import { hispanicLatino, race } from '../../spec/demographics';
import { yesNoCodes } from '../../spec/optionSets/yesNo';
import { codeInTable, codeTablesFor, findCodeTable } from '../../spec/systems';
import { type Mapping, sourcesIn } from '../mapping/mapping';
import { HISPANIC, saysHispanic } from './ethnicity';
import { openValue } from './openValue';
import type { BlankPlan, ColumnOption, TargetPlan, ValuePlan } from './planTypes';
import type { ExportSummary, SummaryColumn } from './summary';
import { type ValueCode, ValueCodes } from './valueCodes';

/** The codes of a column, with their texts; those of a column with flags are the answers of the flags. */
export function optionsFor(set: OptionSet | undefined, hasFlags: boolean): readonly ColumnOption[] {
	const options = hasFlags ? yesNoCodes.options : (set?.options ?? []);
	return options.map((option) => ({ code: option.code, text: option.label }));
}

/**
 * Plans the distinct values of columns, the open ones first and then by rows. `roster` as in `codesOf`.
 *
 * @param mapping complete: with flags, and with the table of codes that is chosen.
 */
export function valuePlans(
	roster: Table,
	mapping: Mapping,
	element: string,
	set: OptionSet,
	from: readonly SummaryColumn[],
): readonly ValuePlan[] {
	const codes = new ValueCodes(roster, mapping, element);
	const tableName = mapping.codeTables?.[element];
	const table = tableName === undefined ? undefined : findCodeTable(tableName, element);
	const hasFlags = Object.hasOwn(mapping.flags ?? {}, element);
	const isShared = (name: string): boolean =>
		sourcesIn(mapping, hispanicLatino.column)?.includes(name) === true;
	const belongs = (value: string, name: string): ValuePlan['belongsIn'] =>
		element === race.column && !hasFlags && !isShared(name) && saysHispanic(value, table)
			? { element: hispanicLatino.column, code: HISPANIC }
			: undefined;
	const plans = new Map<string, ValuePlan>();
	for (const column of from) {
		for (const { value, count } of column.values) {
			const { code, how } = isUnclearNumber(value, column, codes) ? unclear : codes.of(value, column.name);
			if (code === '' && codes.isBesideRaces(column.name)) continue;
			// One answer may be clear in one flag and not in another: "W" is a yes for White only.
			const other = plans.get(value);
			const rows = (other?.rows ?? 0) + count;
			if (other && (other.code === undefined || code !== undefined)) {
				plans.set(value, { ...other, rows });
				continue;
			}
			const known = code === undefined && !hasFlags ? openValue(set, value, table) : { candidates: [] };
			const belongsIn = code === undefined || how === 'mapping' ? belongs(value, column.name) : undefined;
			plans.set(value, { value, rows, code, how, ...known, ...(belongsIn && { belongsIn }) });
		}
	}
	return [...plans.values()].sort(
		(a, b) => Number(a.code !== undefined) - Number(b.code !== undefined) || b.rows - a.rows,
	);
}

const unclear: ValueCode = { code: undefined, how: null };

/** Whether a value is 1 or 0 among other numbers: then they are levels or years, and 1 is no yes. */
function isUnclearNumber(value: string, { name, values }: SummaryColumn, codes: ValueCodes): boolean {
	return (
		/^0*[01]$/.test(value) &&
		codes.of(value, name).how === 'meaning' &&
		values.some((other) => /^\d+$/.test(other.value) && Number(other.value) > 1)
	);
}

/** Plans the rows without a value of a column. `roster` as in `codesOf`. Undefined where there are none, or where several columns are joined. */
export function blankPlan(
	roster: Table,
	{ rows }: ExportSummary,
	mapping: Mapping,
	element: string,
	set: OptionSet,
	from: readonly SummaryColumn[],
): BlankPlan | undefined {
	const codes = set.several === undefined ? new ValueCodes(roster, mapping, element) : undefined;
	const [only, ...others] = from.filter(({ name }) => !codes?.isBesideRaces(name));
	if (!only || others.length > 0 || only.filled >= rows) return undefined;
	const blank = mapping.codes?.[element]?.[''];
	const code = blank === null ? '' : blank;
	const asks = code === undefined && only.values.length === 1 && only.unlisted === 0 && hasNo(set);
	return { rows: rows - only.filled, code, asks };
}

/** Whether a column has a code for no, which a blank may mean. */
function hasNo({ options }: OptionSet): boolean {
	return options.some(({ code }) => code === 'N' || code === 'No');
}

/** The tables of codes for a column, those that have a code for most of its values first. */
export function tablesFor(element: string, from: readonly SummaryColumn[]): TargetPlan['codeTables'] {
	const values = new Set(from.flatMap((column) => column.values.map(({ value }) => value)));
	return codeTablesFor(element)
		.map((table) => ({
			name: table.name,
			covers: [...values].filter((value) => (codeInTable(table, value) ?? null) !== null).length,
		}))
		.sort((a, b) => b.covers - a.covers);
}
