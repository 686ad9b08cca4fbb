/** What a value in a column of races says about Hispanic, which is a column of its own at Clever. */

import { codeAndLabel } from '../../spec/codeAndLabel';
import { hispanicLatino } from '../../spec/demographics';
import { importCode, raceList } from '../../spec/exportValues';
import { ambiguousValue, certainCode } from '../../spec/meaning';
import { hispanicLatinoCodes } from '../../spec/optionSets/hispanicLatino';
import { raceCodes } from '../../spec/optionSets/race';
import { type CodeTable, codeInTable, isHispanicIn } from '../../spec/systems';

/** The code of Hispanic_Latino for yes. */
export const HISPANIC: string = certainCode(hispanicLatinoCodes, 'Yes') ?? '';

/**
 * The code of Hispanic_Latino for a value that is an ethnicity in place of a race ("H", "1: Hispanic"); undefined for a
 * race, a list, and a value without this meaning.
 *
 * @param table the table of codes that is chosen for Race.
 */
export function ethnicityIn(value: string, table: CodeTable | undefined): string | undefined {
	if (table && isHispanicIn(table, value)) return HISPANIC;
	if ((table && codeInTable(table, value) !== undefined) || importCode(raceCodes, value) !== undefined)
		return undefined;
	const ethnicities = [value, ...codeAndLabel(value)].flatMap((part) => {
		const belongsIn = ambiguousValue(raceCodes, part)?.belongsIn;
		return belongsIn?.column === hispanicLatino.column ? [belongsIn.code] : [];
	});
	const [only, ...others] = new Set(ethnicities);
	return others.length === 0 ? only : undefined;
}

/** Whether a value in a column of races says Hispanic, alone or in a list with races. @param table as for `ethnicityIn`. */
export function saysHispanic(value: string, table: CodeTable | undefined): boolean {
	return ethnicityIn(value, table) === HISPANIC || raceList(value)?.hispanic === true;
}
