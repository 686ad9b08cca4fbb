/** What a value means in a column of codes. Rules, hovers and the import share these lookups; none of them guesses. */

import { trimmed, trimUnseen, visibleText } from '../characters';
import { codeAndLabel } from './codeAndLabel';
import type { AmbiguousValue, Option, OptionSet } from './types';
import { wordKey } from './wordKey';

/** What is cut from both ends of a value. */
export const OUTER_QUOTES = `"'“”„‘’«»`;

/**
 * Words that people and exporters write where a field should be empty, as `normalizedValue` returns them. The last line
 * is of OneRoster, Ed-Fi and CEDS.
 */
export const nullWords: ReadonlySet<string> = new Set([
	...['', 'null', '[null]', '(null)', '<null>', '\\n', 'n/a', '#n/a', 'na', 'none', 'unknown'],
	...['ns', 'un', 'not set', 'not specified'],
	...[
		'unspecified',
		'not selected',
		'choose not to respond',
		'raceandethnicityunknown',
		'race and ethnicity unknown',
	],
]);
const DASHES = /^[-–—]+$/;
/** A short code, and no word that turns the label into its opposite. */
const FOREIGN_CODE = /^(?!no[nt]?$)[\w./]{1,5}$/i;
const NUMBER = /^\d+(?:[.,]\d+)?$/;

/** What is known of a number that is no code: race 1 is Hispanic in one system and American Indian in another. */
const numberMeaning = 'Numbers mean different things in different systems.';

/** The lookups of a set. A spelling that two options share leads to the first. */
interface Lookups {
	readonly codes: ReadonlyMap<string, Option>;
	readonly codesInLowerCase: ReadonlyMap<string, Option>;
	readonly labels: Words<Option>;
	/** Labels, other spellings and ISO 639 codes. */
	readonly meanings: Words<Option>;
	readonly ambiguous: Words<AmbiguousValue>;
	readonly unlisted: Words<string>;
}

/** A value as people see it, in lower case and without the spaces and quotes around it that Excel and email add. */
export function normalizedValue(value: string): string {
	return trimUnseen(trimmed(visibleText(value), (one) => OUTER_QUOTES.includes(one))).toLowerCase();
}

/**
 * The option whose code a value is, or is except for case, outer spaces and outer quotes. An exact match goes first,
 * since a district may accept two spellings of one code.
 */
export function optionByCode(set: OptionSet, value: string): Option | undefined {
	const { codes, codesInLowerCase } = lookupsOf(set);
	return codes.get(value) ?? codesInLowerCase.get(normalizedValue(value));
}

/** The option whose label a value is, except for case, outer spaces and outer quotes. */
export function optionByLabel(set: OptionSet, value: string): Option | undefined {
	return lookupsOf(set).labels.exact(value);
}

/**
 * The option that people mean by a value: by its label, another spelling of it, an ISO 639 code, or by a code and a label
 * in one ("W - White") if both are of the same option. Spaces, hyphens and slashes inside a word do not count.
 */
export function optionByMeaning(set: OptionSet, value: string): Option | undefined {
	const meant = wordMeaning(set, value);
	if (meant || isListedApart(set, value)) return meant;
	const [first, second] = codeAndLabel(value).map((part) => codeOrMeaning(set, part));
	return first === second ? first : undefined;
}

/**
 * The options that a value with a code and a label may mean, where the two are not of the same option: those of both, or
 * that of the label alone where the code is one of another system ("6: White"). Empty for any other value.
 */
export function optionsOfParts(set: OptionSet, value: string): readonly Option[] {
	if (isListedApart(set, value) || optionByMeaning(set, value)) return [];
	const parts = codeAndLabel(value);
	const options = parts.map((part) => codeOrMeaning(set, part));
	const [first, second] = options;
	if (first && second) return [first, second];
	const label = parts.findIndex((part, at) => options[at] && wordKey(part) !== undefined);
	const other = parts[1 - label];
	const isForeignCode = other !== undefined && FOREIGN_CODE.test(other) && !isListedApart(set, other);
	return label >= 0 && isForeignCode ? options.filter((option) => option !== undefined) : [];
}

/** The entry of a value with more than one possible meaning, or with none that is certain; undefined for any other value. */
export function ambiguousValue(set: OptionSet, value: string): AmbiguousValue | undefined {
	const declared = lookupsOf(set).ambiguous.find(value);
	if (declared) return declared;
	const isNumber = NUMBER.test(normalizedValue(value)) && !codeOrMeaning(set, value);
	return isNumber ? { values: [value], meaning: numberMeaning, codes: [] } : undefined;
}

/** The value as Clever's API writes it, where the API knows it and the source of the set does not list it. */
export function unlistedValue(set: OptionSet, value: string): string | undefined {
	return lookupsOf(set).unlisted.find(value);
}

/** Whether a text is a word that people write where a field should be empty, in most columns. */
export function isNullWord(value: string): boolean {
	const word = normalizedValue(value);
	return nullWords.has(word) || DASHES.test(word);
}

/** Whether a value of a column can only stand for an empty field: a null word that has no other meaning there. */
export function meansEmpty(set: OptionSet, value: string): boolean {
	return isNullWord(value) && !optionByCode(set, value) && !isListedApart(set, value);
}

/** Whether a value of a column is a code, or one of the words that are known to be written there, whatever they mean. */
export function isKnownValue(set: OptionSet, value: string): boolean {
	return (
		optionByCode(set, value) !== undefined ||
		isListedApart(set, value) ||
		isNullWord(value) ||
		optionByMeaning(set, value) !== undefined
	);
}

/**
 * The code that a value means, '' for a word that people write where a field should be empty. Undefined where the
 * value has no meaning or more than one.
 */
export function certainCode(set: OptionSet, value: string): string | undefined {
	const spelled = optionByCode(set, value);
	if (spelled) return spelled.code;
	if (meansEmpty(set, value)) return '';
	if (isListedApart(set, value)) return undefined;
	return optionByMeaning(set, value)?.code;
}

/** The results of `meaningOf` by value. A set with more different values than this is started again. */
const meanings = new WeakMap<OptionSet, Map<string, string | undefined>>();
const MAX_CACHED_MEANINGS = 10_000;

/**
 * A value for comparison: the same for all spellings of one code, so that "Male" and M are no conflict. Undefined for
 * a word that people write where a field should be empty, which conflicts with nothing.
 */
export function meaningOf(set: OptionSet, value: string): string | undefined {
	const cache = meanings.get(set) ?? new Map<string, string | undefined>();
	meanings.set(set, cache);
	if (cache.has(value)) return cache.get(value);
	const option = optionByCode(set, value) ?? optionByMeaning(set, value);
	const meaning = option ? option.code : isNullWord(value) ? undefined : normalizedValue(value);
	if (cache.size >= MAX_CACHED_MEANINGS) cache.clear();
	cache.set(value, meaning);
	return meaning;
}

/** Whether the set says about the value that it means none of its options for certain. */
export function isListedApart(set: OptionSet, value: string): boolean {
	const { ambiguous, unlisted } = lookupsOf(set);
	return ambiguous.find(value) !== undefined || unlisted.find(value) !== undefined;
}

function wordMeaning(set: OptionSet, value: string): Option | undefined {
	return lookupsOf(set).meanings.find(value);
}

function codeOrMeaning(set: OptionSet, value: string): Option | undefined {
	return optionByCode(set, value) ?? wordMeaning(set, value);
}

/** What the spellings of a word lead to. */
class Words<T> {
	readonly #exact = new Map<string, T>();
	readonly #byKey = new Map<string, T>();

	add(word: string, meaning: T): void {
		setFirst(this.#exact, word.toLowerCase(), meaning);
		setFirst(this.#byKey, wordKey(word), meaning);
	}

	exact(value: string): T | undefined {
		return this.#exact.get(normalizedValue(value));
	}

	find(value: string): T | undefined {
		if (this.#exact.size === 0) return undefined;
		return this.exact(value) ?? this.#byKey.get(keyOf(value) ?? '');
	}
}

/** The value whose key was asked for last: one value is looked up in several lists. */
let lastKey: { readonly value: string; readonly key: string | undefined } = { value: '', key: undefined };

function keyOf(value: string): string | undefined {
	if (lastKey.value !== value) lastKey = { value, key: wordKey(value) };
	return lastKey.key;
}

function setFirst<T>(map: Map<string, T>, key: string | undefined, value: T): void {
	if (key !== undefined && !map.has(key)) map.set(key, value);
}

const lookups = new WeakMap<OptionSet, Lookups>();

function lookupsOf(set: OptionSet): Lookups {
	let found = lookups.get(set);
	if (!found) {
		found = readLookups(set);
		lookups.set(set, found);
	}
	return found;
}

function readLookups({ options, ambiguous = [], unlisted = [] }: OptionSet): Lookups {
	const codes = new Map<string, Option>();
	const codesInLowerCase = new Map<string, Option>();
	const all = {
		codes,
		codesInLowerCase,
		labels: new Words<Option>(),
		meanings: new Words<Option>(),
		ambiguous: new Words<AmbiguousValue>(),
		unlisted: new Words<string>(),
	};
	for (const option of options) {
		setFirst(codes, option.code, option);
		setFirst(codesInLowerCase, option.code.toLowerCase(), option);
		all.labels.add(option.label, option);
	}
	for (const option of options) all.meanings.add(option.label, option);
	for (const option of options) {
		for (const word of [...(option.meantBy ?? []), ...(option.iso639 ?? [])]) all.meanings.add(word, option);
	}
	for (const entry of ambiguous) for (const value of entry.values) all.ambiguous.add(value, entry);
	for (const value of unlisted) all.unlisted.add(value, value);
	return all;
}
