/** What the values of an export mean: more than in a file of ours, as an export has codes of its own beside the labels. */

import { trimUnseen } from '../characters';
import { codeAndLabel } from './codeAndLabel';
import { descriptorValue } from './descriptor';
import { ambiguousValue, certainCode, optionByLabel, unlistedValue } from './meaning';
import { MULTIRACIAL, raceCodes } from './optionSets/race';
import type { OptionSet } from './types';
import { wordKey } from './wordKey';

const NUMBER = /^\d+$/;
/** A code of the system: short, and no word. */
const FOREIGN_CODE = /^(?:[\dA-Z_./]{1,5}|\w{1,3})$/;
/** Words that change what the label says. */
const QUALIFIER =
	/^(?:no|not|non|un|ex|exit|end|past|pre|prev|post|was|now|new|old|out|over|under|half|part|semi|less|more|temp|pend|test|never)$/i;
/** Beside a language, letters may name another one: only a number, or a code of two letters. */
const FOREIGN_LANGUAGE_CODE = /^(?:\w*\d\w*|\w{1,2})$/;

/**
 * The certain code of a value of an export, '' for an empty field. Besides what `certainCode` knows: a code of the
 * system with a label ("6: White", "Male [M]"), where the label decides, and descriptors of Ed-Fi. Undefined where the
 * value has no meaning or more than one, or where code and label mean different things.
 */
export function importCode(set: OptionSet, value: string): string | undefined {
	const certain = certainCode(set, value);
	if (certain !== undefined || isListedApart(set, value)) return certain;
	const word = descriptorValue(value);
	if (word !== undefined) return NUMBER.test(word) ? undefined : certainCode(set, word);
	return labelCode(set, codeAndLabel(value));
}

/** The races of a list, and whether it names Hispanic too. */
export interface RaceList {
	/** A code; undefined for a list that names no race. */
	readonly race: string | undefined;
	readonly hispanic: boolean;
}

/**
 * What a list of races says ("W,B", "White; Asian"): more than one race is multiracial. Undefined for a single race, and
 * for a list with a part that is not certain.
 */
export function raceList(value: string): RaceList | undefined {
	if (isListedApart(raceCodes, value) || importCode(raceCodes, value) !== undefined) return undefined;
	const parts = value
		.split(/[,;|&+/\n]/)
		.map(trimUnseen)
		.filter((part) => part !== '');
	if (parts.length < 2) return undefined;
	const races = new Set<string>();
	let hispanic = false;
	for (const part of parts) {
		const ethnicity = ambiguousValue(raceCodes, part)?.belongsIn?.code;
		const race = ethnicity === undefined ? importCode(raceCodes, part) : undefined;
		if (ethnicity === undefined && !race) return undefined;
		if (race) races.add(race);
		hispanic ||= ethnicity === 'Y';
	}
	if (isFormerCategory(value, races)) return undefined;
	return { race: races.size > 1 ? MULTIRACIAL : [...races][0], hispanic };
}

/** Until 1997, Asian and Pacific Islander were one category, which was written with a slash. */
function isFormerCategory(value: string, races: ReadonlySet<string>): boolean {
	return /[&+/]/.test(value) && races.size === 2 && races.has('A') && races.has('P');
}

function labelCode(set: OptionSet, parts: readonly string[]): string | undefined {
	const [first, second] = parts;
	if (first === undefined || second === undefined) return undefined;
	const codes = [certainCode(set, first), certainCode(set, second)];
	if (codes[0] !== undefined && codes[1] !== undefined) return codes[0] === codes[1] ? codes[0] : undefined;
	const code = codes[0] ?? codes[1];
	const [label, other] = codes[0] === undefined ? [second, first] : [first, second];
	const isLabel = wordKey(label) !== undefined || optionByLabel(set, label) !== undefined;
	return code !== undefined && isLabel && isCodeBeside(set, other, code) ? code : undefined;
}

/** Whether a part without a certain meaning can be the system's code for what the label says. */
function isCodeBeside(set: OptionSet, part: string, code: string): boolean {
	if (unlistedValue(set, part) !== undefined) return false;
	const unclear = NUMBER.test(part) ? undefined : ambiguousValue(set, part);
	// "White (not Hispanic)" names the race and answers another question besides.
	if (unclear) return unclear.codes.includes(code) || unclear.belongsIn?.code === 'N';
	if (QUALIFIER.test(part)) return false;
	const isLanguage = set.options.some(({ iso639 }) => iso639 !== undefined);
	return (isLanguage ? FOREIGN_LANGUAGE_CODE : FOREIGN_CODE).test(part);
}

function isListedApart(set: OptionSet, value: string): boolean {
	const unclear = ambiguousValue(set, value);
	return (unclear !== undefined && !NUMBER.test(value.trim())) || unlistedValue(set, value) !== undefined;
}
