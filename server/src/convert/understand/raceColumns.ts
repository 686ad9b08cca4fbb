/** Race in several columns: a yes-or-no column for each race, or numbered columns of codes. */

import { race } from '../../spec/demographics';
import { exportColumns } from '../../spec/exportColumns';
import { headerKey } from '../../spec/exportHeaders';
import { importCode } from '../../spec/exportValues';
import { tablePrefix } from '../../spec/headerMeaning';
import { raceCodes } from '../../spec/optionSets/race';
import { yesNoCodes } from '../../spec/optionSets/yesNo';
import { HISPANIC_FLAG, raceFlagOf } from '../../spec/systems/raceFlags';
import type { SummaryColumn } from './summary';

/** The yes-or-no columns of an export that are about race. */
export interface RaceFlagColumns {
	/** Each with the code that a yes in it means. */
	readonly races: ReadonlyMap<SummaryColumn, string>;
	/** Whether they make one Race: at least five races, each once. */
	readonly isCertain: boolean;
	/** Those of Hispanic. */
	readonly hispanic: readonly SummaryColumn[];
}

/** So many races with a column each are what systems write; fewer may be a choice of somebody's. */
const MIN_RACES = 5;

/** Finds the yes-or-no columns of race. */
export function raceFlags(columns: readonly SummaryColumn[]): RaceFlagColumns {
	const races = new Map<SummaryColumn, string>();
	const hispanic: SummaryColumn[] = [];
	for (const column of columns) {
		const code = raceFlagOf(column.name);
		if (code === undefined) continue;
		if (code === HISPANIC_FLAG) {
			if (hasAnswers(column)) hispanic.push(column);
		} else if (hasAnswers(column, code)) races.set(column, code);
	}
	const codes = new Set(races.values());
	return { races, isCertain: codes.size >= MIN_RACES && codes.size === races.size, hispanic };
}

/**
 * Whether a column can be a flag: it is empty, as a small export may have no student of a race, or it has a yes or a no,
 * or the code of its own race for yes.
 */
function hasAnswers({ values }: SummaryColumn, code?: string): boolean {
	const isAnswer = (value: string): boolean =>
		importCode(yesNoCodes, value) !== undefined ||
		isMark(value) ||
		(code !== undefined && importCode(raceCodes, value) === code);
	return values.length === 0 || values.some(({ value }) => isAnswer(value));
}

/** Whether a value is a mark that people set for yes. */
export function isMark(value: string): boolean {
	return /^[x✓✔]$/i.test(value);
}

/**
 * Numbered columns of race codes, such as Race1Code and Race2Code, in their order; the first may have no number. Empty
 * where there are none, or more than one kind of them.
 */
export function numberedRaces(columns: readonly SummaryColumn[]): readonly SummaryColumn[] {
	const kinds = new Map<string, { readonly column: SummaryColumn; readonly number: number }[]>();
	const bare = columns.map((column) => ({
		column,
		name: column.name.slice(tablePrefix(column.name).length),
	}));
	for (const { column, name } of bare) {
		const [, before = '', number, after = ''] = /^(\D*)([1-9])(\D*)$/.exec(name) ?? [];
		if (number === undefined) continue;
		const meant = exportColumns(before + after);
		if (!meant.some(({ column: element, isUsual }) => isUsual && element === race.column)) continue;
		const kind = headerKey(before + after);
		kinds.set(kind, [...(kinds.get(kind) ?? []), { column, number: Number(number) }]);
	}
	// In "Race" and "Race 2", the first one has no number.
	for (const { column, name } of bare) kinds.get(headerKey(name))?.push({ column, number: 1 });
	const several = [...kinds.values()].filter(
		(kind) => kind.length > 1 && new Set(kind.map(({ number }) => number)).size === kind.length,
	);
	const [only = []] = several.length === 1 ? several : [];
	return only.toSorted((a, b) => a.number - b.number).map(({ column }) => column);
}

/**
 * Columns of races beside the one that feeds Race, such as "Secondary Race" or "Other Race": a student who has a value in
 * both has several races, or the two tell different things. "Race" sums up "Race 1" and "Race 2".
 */
export function furtherRaces(
	columns: readonly SummaryColumn[],
	taken: SummaryColumn,
): readonly SummaryColumn[] {
	const isPart = ({ name }: SummaryColumn): boolean =>
		headerKey(name.replace(/[1-9]/, '')) === headerKey(taken.name);
	return columns.filter((column) => !isPart(column) && isNamedRace(column) && holdsRaces(column));
}

function isNamedRace({ name }: SummaryColumn): boolean {
	return /(?:^|[^a-z])rac(?:e|es|ial)(?:[^a-z]|$)/i.test(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}

function holdsRaces({ values }: SummaryColumn): boolean {
	const codes = values.map(({ value }) => importCode(raceCodes, value));
	return codes.some(Boolean) && codes.every((code) => code !== undefined);
}
