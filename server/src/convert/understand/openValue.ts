/** What people should know about a value without a certain code, and the codes that it may mean. */

import type { AmbiguousValue, OptionSet } from '../../spec';
import { codeAndLabel } from '../../spec/codeAndLabel';
import {
	ambiguousValue,
	normalizedValue,
	optionByCode,
	optionsOfParts,
	unlistedValue,
} from '../../spec/meaning';
import { MULTIRACIAL, raceCodes } from '../../spec/optionSets/race';
import { type CodeTable, codeInTable } from '../../spec/systems';
import type { ValuePlan } from './planTypes';

const UNLISTED = "Clever knows this value; Amplify's list does not have it.";
const TOGETHER = 'It may be several races, written together.';
const TWO_PARTS = 'Its two parts mean different things, or one of them is not known.';

/** What is known about an open value. @param table the table of codes that is chosen for the column. */
export function openValue(
	set: OptionSet,
	value: string,
	table: CodeTable | undefined,
): Pick<ValuePlan, 'candidates' | 'meaning'> {
	const inTable = table && codeInTable(table, value);
	if (table && inTable === null) {
		return { candidates: [], meaning: table.note ?? `${table.name} has no code for it.` };
	}
	if (table && Array.isArray(inTable)) {
		return { candidates: inTable, meaning: `${table.name} has it for more than one code.` };
	}
	const unclear = unclearIn(set, value);
	if (unclear) return { candidates: unclear.codes, meaning: unclearMeaning(unclear) };
	if (unlistedValue(set, value) !== undefined) return { candidates: [], meaning: UNLISTED };
	const parts = optionsOfParts(set, value).map(({ code }) => code);
	if (parts.length > 0) return { candidates: [...new Set(parts)], meaning: TWO_PARTS };
	const races = racesTogether(set, value);
	return races.length > 0 ? { candidates: races, meaning: TOGETHER } : { candidates: [] };
}

/** What is unclear about a value, or about one of its parts: "1: Hispanic" is as unclear as "Hispanic". */
function unclearIn(set: OptionSet, value: string): AmbiguousValue | undefined {
	const part = codeAndLabel(value).find((each) => ambiguousValue(set, each)?.belongsIn);
	return ambiguousValue(set, value) ?? (part === undefined ? undefined : ambiguousValue(set, part));
}

function unclearMeaning({ meaning, belongsIn }: AmbiguousValue): string {
	return belongsIn ? `${meaning} Set ${belongsIn.column} to ${belongsIn.code}.` : meaning;
}

/** The codes that letters of races which are run together may mean: "WH" is more than one race, or White and Hispanic. */
function racesTogether(set: OptionSet, value: string): readonly string[] {
	if (set.id !== raceCodes.id) return [];
	const letters = [...new Set(normalizedValue(value).toUpperCase())];
	if (letters.length < 2 || letters.length > 6 || letters.length !== value.trim().length) return [];
	const races: string[] = [];
	for (const letter of letters) {
		const code = optionByCode(set, letter)?.code;
		if (code !== undefined) races.push(code);
		else if (!ambiguousValue(set, letter)?.belongsIn) return [];
	}
	return races.length === 1 ? [MULTIRACIAL, ...races] : races.length > 1 ? [MULTIRACIAL] : [];
}
