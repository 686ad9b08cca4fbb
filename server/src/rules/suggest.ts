import { distance } from 'fastest-levenshtein';
import type { Option, OptionSet } from '../spec';
import { normalizedValue } from '../spec/meaning';

const MOST_SUGGESTIONS = 3;

/** The names nearest to a word by edit distance, nearest first; none that shares less than about two thirds. */
export function nearest<T>(
	word: string,
	candidates: readonly T[],
	namesOf: (candidate: T) => readonly string[],
	most = MOST_SUGGESTIONS,
): readonly T[] {
	const wanted = normalizedValue(word);
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
