/** Columns that answer yes or no for one race: OneRoster, Smarter Balanced, Focus, WIDA ACCESS and many exports have them. */

import { isOfOthers, tablePrefix } from '../headerMeaning';
import { MULTIRACIAL } from '../optionSets/race';
import { wordKey } from '../wordKey';

/** The flag of Hispanic among the flags of race. */
export const HISPANIC_FLAG = 'hispanic';

/** Each race as flags name it, without the words around it; the words of Hispanic the same way. */
// biome-ignore format: one race, one line
const flags: Readonly<Record<string, readonly string[]>> = {
	A: ['Asian'],
	B: ['Black', 'African American', 'Black or African American', 'Black African Amer'],
	I: ['American Indian', 'Alaska Native', 'Alaskan Native', 'Native American', 'American Indian or Alaska Native', 'American Indian or Alaskan Native', 'American Indian or Native Alaskan', 'Native American or Alaska Native', 'Amer Indian', 'Amer Indian or Alaskan Native', 'Am Indian', 'Am Indian or Alaskan Native'],
	[MULTIRACIAL]: ['Two or More', 'Two or More Races', 'Multiracial', 'Multi Racial', 'Multiple Races', 'More than One Race'],
	P: ['Pacific Islander', 'Native Hawaiian', 'Native Hawaiian or Other Pacific Islander', 'Native Hawaiian or Pacific Islander', 'Hawaiian or Pacific Islander', 'Hawaiian or Other Pacific Islander', 'Pacific Islander or Hawaiian', 'Pacific Islander or Native Hawaiian', 'Other Pacific Islander'],
	W: ['White', 'Caucasian'],
	[HISPANIC_FLAG]: ['Hispanic', 'Latino', 'Hispanic or Latino', 'Latino or Hispanic', 'Hispanic or Latino Ethnicity', 'Hispanic Ethnicity', 'Ethnicity Hispanic', 'Ethnicity Hispanic or Latino'],
};

const byKey: ReadonlyMap<string | undefined, string> = new Map(
	Object.entries(flags).flatMap(([flag, names]) => names.map((name) => [wordKey(name), flag] as const)),
);

/** Words that only say that the column is a flag of race of a student. */
const NOISE = /\b(?:demographic|federal|fed|student|stu|race|is|flag|flg|ind|indicator|yn|label)\b/g;

/**
 * The code of the race that a yes in a column of this name means, or `HISPANIC_FLAG`; undefined for any other column.
 * What the export writes before a dot is its table.
 */
export function raceFlagOf(header: string): string | undefined {
	const prefix = tablePrefix(header);
	if (isOfOthers(prefix)) return undefined;
	const words = header
		.slice(prefix.length)
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ');
	const whole = wordKey(words);
	return byKey.get(whole) ?? byKey.get(wordKey(words.replace(NOISE, ' ')));
}
