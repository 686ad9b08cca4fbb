import { distance } from 'fastest-levenshtein';
import type { Option, OptionSet } from '../spec';
import { normalizedValue } from '../spec/meaning';

const MAX_SUGGESTIONS = 3;

/** The largest edit distance of a suggestion, as a share of the longer word. */
const MAX_SCORE = 0.4;

/**
 * The candidates whose names are spelled like a word, nearest first. The edit distance, in UTF-16 units, may be at most
 * 40 % of the longer of the two; case and the spaces and quotes around the word do not count.
 */
export function nearest<T>(
	word: string,
	candidates: readonly T[],
	namesOf: (candidate: T) => readonly string[],
): readonly T[] {
	const normalizedWord = normalizedValue(word);
	return candidates
		.map((candidate) => {
			const scores = namesOf(candidate).map((name) => {
				const other = name.toLowerCase();
				return distance(normalizedWord, other) / Math.max(normalizedWord.length, other.length, 1);
			});
			return { candidate, score: Math.min(...scores) };
		})
		.filter(({ score }) => score <= MAX_SCORE)
		.sort((a, b) => a.score - b.score)
		.slice(0, MAX_SUGGESTIONS)
		.map(({ candidate }) => candidate);
}

/** Up to three options that are spelled like a value. */
export function optionsLike(set: OptionSet, value: string): readonly Option[] {
	return nearest(value, set.options, (option) => [option.code, option.label, ...(option.meantBy ?? [])]);
}

/** What to offer for a value without a meaning: all options of a set of three or fewer, else those spelled like it. */
export function optionsToOffer(set: OptionSet, similar: readonly Option[]): readonly Option[] {
	if (set.options.length > MAX_SUGGESTIONS) return similar;
	return [...similar, ...set.options.filter((option) => !similar.includes(option))];
}
