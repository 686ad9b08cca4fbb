/** What a value means in a column: the look-ups that rules, hovers and the import share. Nothing is guessed here. */

import type { AmbiguousValue, Option, OptionSet } from './types';

const OUTER_QUOTES = /^["'“”„‘’«»]+|["'“”„‘’«»]+$/g;

/** Words that people write for an empty field; compared as `plain` leaves a value. */
const nullWords: ReadonlySet<string> = new Set(['null', 'n/a', 'na', 'none', 'unknown', '']);

/** A value without what Excel and e-mail put around it: outer blanks and quotes, upper case. */
export function normalizedValue(value: string): string {
	return value.trim().replace(OUTER_QUOTES, '').trim().toLowerCase();
}

/**
 * The option that is this code, or is it but for case, outer blanks and quotes. An exact one goes first: a
 * district may accept two spellings of one code.
 */
export function optionSpelled(set: OptionSet, value: string): Option | undefined {
	const wanted = normalizedValue(value);
	return (
		set.options.find((option) => option.code === value) ??
		set.options.find((option) => option.code.toLowerCase() === wanted)
	);
}

/** The option whose label this is. */
export function optionLabelled(set: OptionSet, value: string): Option | undefined {
	const wanted = normalizedValue(value);
	return set.options.find((option) => option.label.toLowerCase() === wanted);
}

/** The option that people mean by this value: by its label, a spelling in use, or an ISO 639 code. */
export function optionMeant(set: OptionSet, value: string): Option | undefined {
	const wanted = normalizedValue(value);
	const isMeant = (other: string): boolean => other.toLowerCase() === wanted;
	return (
		optionLabelled(set, value) ??
		set.options.find((option) => option.meantBy?.some(isMeant) || option.iso639?.some(isMeant))
	);
}

/** What is known of a value that could mean more than one thing. */
export function ambiguity(set: OptionSet, value: string): AmbiguousValue | undefined {
	const wanted = normalizedValue(value);
	return set.ambiguous?.find((entry) => entry.values.some((other) => other.toLowerCase() === wanted));
}

/** How a code is offered: with its meaning where the code does not say it. */
export function codeWithLabel(option: Option): string {
	return option.label === option.code ? option.code : `${option.code} (${option.label})`;
}

/** Whether a text only says that there is nothing to say. */
export function isNullWord(value: string): boolean {
	return nullWords.has(normalizedValue(value));
}

/**
 * The code that a value certainly means, '' for a word that says nothing. Undefined where it has no meaning or more
 * than one: such a value is never guessed.
 */
export function certainCode(set: OptionSet, value: string): string | undefined {
	const spelled = optionSpelled(set, value);
	if (spelled) return spelled.code;
	if (isNullWord(value)) return '';
	if (ambiguity(set, value)) return undefined;
	return optionMeant(set, value)?.code;
}

const meanings = new WeakMap<OptionSet, Map<string, string | undefined>>();
const MOST_MEANINGS = 10_000;

/**
 * What a value says, however it is spelled: "Male" and M are no conflict. Undefined for one that says nothing, which
 * conflicts with nothing.
 */
export function meaningOf(set: OptionSet, value: string): string | undefined {
	const known = meanings.get(set) ?? new Map<string, string | undefined>();
	meanings.set(set, known);
	if (known.has(value)) return known.get(value);
	const option = optionSpelled(set, value) ?? optionMeant(set, value);
	const meaning = option ? option.code : isNullWord(value) ? undefined : normalizedValue(value);
	if (known.size >= MOST_MEANINGS) known.clear();
	known.set(value, meaning);
	return meaning;
}
