/** What a value means in a column of codes. Rules, hovers and the import share these lookups; none of them guesses. */

import { visibleText } from '../characters';
import type { AmbiguousValue, Option, OptionSet } from './types';

const OUTER_QUOTES = /^["'“”„‘’«»]+|["'“”„‘’«»]+$/g;

/** Words that people write where a field should be empty, as `normalizedValue` returns them. */
const nullWords: ReadonlySet<string> = new Set(['null', 'n/a', 'na', 'none', 'unknown', '']);

/** A value as people see it, in lower case and without the spaces and quotes around it that Excel and email add. */
export function normalizedValue(value: string): string {
	return visibleText(value).replace(OUTER_QUOTES, '').trim().toLowerCase();
}

/**
 * The option whose code a value is, or is except for case, outer spaces and outer quotes. An exact match goes first,
 * since a district may accept two spellings of one code.
 */
export function optionByCode(set: OptionSet, value: string): Option | undefined {
	const wanted = normalizedValue(value);
	return (
		set.options.find((option) => option.code === value) ??
		set.options.find((option) => option.code.toLowerCase() === wanted)
	);
}

/** The option whose label a value is, except for case, outer spaces and outer quotes. */
export function optionByLabel(set: OptionSet, value: string): Option | undefined {
	const wanted = normalizedValue(value);
	return set.options.find((option) => option.label.toLowerCase() === wanted);
}

/** The option that people mean by a value: by its label, another spelling of it, or an ISO 639 code. */
export function optionByMeaning(set: OptionSet, value: string): Option | undefined {
	const wanted = normalizedValue(value);
	const isMeant = (other: string): boolean => other.toLowerCase() === wanted;
	return (
		optionByLabel(set, value) ??
		set.options.find((option) => option.meantBy?.some(isMeant) || option.iso639?.some(isMeant))
	);
}

/** The entry of a value with more than one possible meaning; undefined for any other value. */
export function ambiguousValue(set: OptionSet, value: string): AmbiguousValue | undefined {
	const wanted = normalizedValue(value);
	return set.ambiguous?.find((entry) => entry.values.some((other) => other.toLowerCase() === wanted));
}

/** Whether a text is a word that people write where a field should be empty. */
export function isNullWord(value: string): boolean {
	return nullWords.has(normalizedValue(value));
}

/**
 * The code that a value means, '' for a word that people write where a field should be empty. Undefined where the
 * value has no meaning or more than one.
 */
export function certainCode(set: OptionSet, value: string): string | undefined {
	const spelled = optionByCode(set, value);
	if (spelled) return spelled.code;
	if (isNullWord(value)) return '';
	if (ambiguousValue(set, value)) return undefined;
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
