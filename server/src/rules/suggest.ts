import { distance } from 'fastest-levenshtein';
import type { Option, OptionSet } from '../spec';
import { knownWords } from '../spec/knownWords';
import { normalizedValue } from '../spec/meaning';
import { letterCount } from '../spec/wordKey';

const MAX_SUGGESTIONS = 3;

/** How many edits a typing mistake may have, by the letters of the typed word: of fewer letters, nothing is a guess. */
const editsByLetters = [
	{ atLeast: 6, edits: 2 },
	{ atLeast: 4, edits: 1 },
] as const;

const noWords: ReadonlySet<string> = new Set();

/**
 * The candidates for which a word may be a typing mistake, nearest first, three at most: one edit (Levenshtein) away for
 * a word of four or five letters, two for a longer one, and with no other digits. Case and the spaces and quotes around
 * the word do not count.
 *
 * @param otherWords words, in lower case, that are none of the candidates. If the word is one of them, or is spelled
 * more like one of them than like a candidate, it is no mistake for that candidate.
 */
export function nearest<T>(
	word: string,
	candidates: readonly T[],
	namesOf: (candidate: T) => readonly string[],
	otherWords: ReadonlySet<string> = noWords,
): readonly T[] {
	const typed = normalizedValue(word);
	const letters = letterCount(typed);
	const limit = editsByLetters.find(({ atLeast }) => letters >= atLeast)?.edits ?? 0;
	if (limit === 0) return [];
	const named = candidates.map((candidate) => ({
		candidate,
		names: namesOf(candidate).map((name) => name.toLowerCase()),
	}));
	const near = named
		.map(({ candidate, names }) => ({ candidate, edits: fewestEdits(typed, names, limit) }))
		.filter(({ edits }) => edits <= limit);
	if (near.length === 0) return [];
	const names = new Set(named.flatMap((each) => each.names));
	const others = [...otherWords].filter((other) => !names.has(other));
	const nearestOther = fewestEdits(typed, others, limit);
	return near
		.filter(({ edits }) => edits <= nearestOther)
		.sort((a, b) => a.edits - b.edits)
		.slice(0, MAX_SUGGESTIONS)
		.map(({ candidate }) => candidate);
}

/** The edits from a typed word to the nearest of some names; infinite where none is within the limit. */
function fewestEdits(typed: string, names: Iterable<string>, limit: number): number {
	const digits = digitsOf(typed);
	let fewest = Number.POSITIVE_INFINITY;
	for (const name of names) {
		if (Math.abs(name.length - typed.length) > limit || differ(digits, digitsOf(name))) continue;
		const edits = distance(typed, name);
		if (edits <= limit && edits < fewest) fewest = edits;
	}
	return fewest;
}

/** Whether two texts have digits, and different ones: no digit is a typing mistake for another. */
function differ(digits: string, others: string): boolean {
	return digits !== '' && others !== '' && digits !== others;
}

function digitsOf(text: string): string {
	return text.replace(/\P{Nd}+/gu, '');
}

/** Up to three options for whose code, label or other spelling a value may be a typing mistake. */
export function optionsLike(set: OptionSet, value: string): readonly Option[] {
	return nearest(
		value,
		set.options,
		({ code, label, meantBy = [] }) => [code, label, ...meantBy],
		knownWords(),
	);
}

/** What to offer for a value without a meaning: all options of a set of three or fewer, else those spelled like it. */
export function optionsToOffer(set: OptionSet, similar: readonly Option[]): readonly Option[] {
	if (set.options.length > MAX_SUGGESTIONS) return similar;
	return [...similar, ...set.options.filter((option) => !similar.includes(option))];
}
