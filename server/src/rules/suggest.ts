import { distance } from 'fastest-levenshtein';
import type { AmbiguousValue, Option, OptionSet } from '../spec';

const MOST_SUGGESTIONS = 3;
const OUTER_QUOTES = /^["'“”„‘’«»]+|["'“”„‘’«»]+$/g;

/** A value without what Excel and e-mail put around it: outer blanks and quotes, upper case. */
export function plain(value: string): string {
	return value.trim().replace(OUTER_QUOTES, '').trim().toLowerCase();
}

/**
 * The option that is this code, or is it but for case, outer blanks and quotes. An exact one goes first: a
 * district may accept two spellings of one code.
 */
export function optionSpelled(set: OptionSet, value: string): Option | undefined {
	const wanted = plain(value);
	return (
		set.options.find((option) => option.code === value) ??
		set.options.find((option) => option.code.toLowerCase() === wanted)
	);
}

/** The option whose label this is. */
export function optionLabelled(set: OptionSet, value: string): Option | undefined {
	const wanted = plain(value);
	return set.options.find((option) => option.label.toLowerCase() === wanted);
}

/** The option that people mean by this value: by its label, a spelling in use, or an ISO 639 code. */
export function optionMeant(set: OptionSet, value: string): Option | undefined {
	const wanted = plain(value);
	const isMeant = (other: string): boolean => other.toLowerCase() === wanted;
	return (
		optionLabelled(set, value) ??
		set.options.find((option) => option.meantBy?.some(isMeant) || option.iso639?.some(isMeant))
	);
}

export function ambiguity(set: OptionSet, value: string): AmbiguousValue | undefined {
	const wanted = plain(value);
	return set.ambiguous?.find((entry) => entry.values.some((other) => other.toLowerCase() === wanted));
}

/** How a code is offered: with its meaning where the code does not say it. */
export function codeWithLabel(option: Option): string {
	return option.label === option.code ? option.code : `${option.code} (${option.label})`;
}

/** The names nearest to a word by edit distance, nearest first; none that shares less than about two thirds. */
export function nearest<T>(
	word: string,
	candidates: readonly T[],
	namesOf: (candidate: T) => readonly string[],
	most = MOST_SUGGESTIONS,
): readonly T[] {
	const wanted = plain(word);
	return candidates
		.map((candidate) => {
			const scores = namesOf(candidate).map((name) => {
				const other = name.toLowerCase();
				return distance(wanted, other) / Math.max(wanted.length, other.length, 1);
			});
			return { candidate, score: Math.min(...scores) };
		})
		.filter(({ score }) => score <= 0.4)
		.sort((a, b) => a.score - b.score)
		.slice(0, most)
		.map(({ candidate }) => candidate);
}

/** Up to three options that are spelled like a value. */
export function optionsLike(set: OptionSet, value: string): readonly Option[] {
	return nearest(value, set.options, (option) => [option.code, option.label, ...(option.meantBy ?? [])]);
}

/** Up to three options for a value that has no one meaning: all of a small set, else the nearest by spelling. */
export function optionsNear(set: OptionSet, value: string): readonly Option[] {
	const near = optionsLike(set, value);
	if (set.options.length > MOST_SUGGESTIONS) return near;
	return [...near, ...set.options.filter((option) => !near.includes(option))];
}
