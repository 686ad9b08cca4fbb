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

/** A word in lower case, and what tells without counting edits that another word is too far away. */
interface ComparedWord {
	readonly word: string;
	/** A bit for each of its characters, shared by some. */
	readonly characters: number;
	readonly digits: string;
}

interface NamedCandidate<T> {
	readonly candidate: T;
	readonly names: readonly ComparedWord[];
}

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
	return nearestOf(word, named(candidates, namesOf), otherWords);
}

function nearestOf<T>(
	word: string,
	candidates: readonly NamedCandidate<T>[],
	otherWords: ReadonlySet<string>,
): readonly T[] {
	const typed = compared(normalizedValue(word));
	const letters = letterCount(typed.word);
	const limit = editsByLetters.find(({ atLeast }) => letters >= atLeast)?.edits ?? 0;
	if (limit === 0) return [];
	const near = candidates
		.map(({ candidate, names }) => ({ candidate, edits: fewestEdits(typed, names, limit) }))
		.filter(({ edits }) => edits <= limit);
	if (near.length === 0) return [];
	const names = new Set(candidates.flatMap((each) => each.names.map((name) => name.word)));
	const nearestOther = fewestEdits(typed, comparedWords(otherWords), limit, names);
	return near
		.filter(({ edits }) => edits <= nearestOther)
		.sort((a, b) => a.edits - b.edits)
		.slice(0, MAX_SUGGESTIONS)
		.map(({ candidate }) => candidate);
}

/** The edits from a typed word to the nearest of some words; infinite where none is within the limit. */
function fewestEdits(
	typed: ComparedWord,
	words: readonly ComparedWord[],
	limit: number,
	ignored = noWords,
): number {
	let fewest = Number.POSITIVE_INFINITY;
	for (const other of words) {
		if (Math.abs(other.word.length - typed.word.length) > limit) continue;
		// An edit takes one character away and brings another one at most.
		if (bitCount(other.characters ^ typed.characters) > 2 * limit) continue;
		if (differ(typed.digits, other.digits) || ignored.has(other.word)) continue;
		const edits = distance(typed.word, other.word);
		if (edits <= limit && edits < fewest) fewest = edits;
	}
	return fewest;
}

/** Whether two texts have digits, and different ones: no digit is a typing mistake for another. */
function differ(digits: string, others: string): boolean {
	return digits !== '' && others !== '' && digits !== others;
}

function named<T>(
	candidates: readonly T[],
	namesOf: (candidate: T) => readonly string[],
): readonly NamedCandidate<T>[] {
	return candidates.map((candidate) => ({
		candidate,
		names: namesOf(candidate).map((name) => compared(name.toLowerCase())),
	}));
}

function compared(word: string): ComparedWord {
	let characters = 0;
	for (let at = 0; at < word.length; at++) characters |= 1 << (word.charCodeAt(at) & 31);
	return { word, characters, digits: word.replace(/\P{Nd}+/gu, '') };
}

function bitCount(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
	return count;
}

const comparedByList = new WeakMap<ReadonlySet<string>, readonly ComparedWord[]>();

function comparedWords(words: ReadonlySet<string>): readonly ComparedWord[] {
	const found = comparedByList.get(words) ?? [...words].map(compared);
	comparedByList.set(words, found);
	return found;
}

const optionNames = new WeakMap<OptionSet, readonly NamedCandidate<Option>[]>();

/** Up to three options for whose code, label or other spelling a value may be a typing mistake. */
export function optionsLike(set: OptionSet, value: string): readonly Option[] {
	const names =
		optionNames.get(set) ?? named(set.options, ({ code, label, meantBy = [] }) => [code, label, ...meantBy]);
	optionNames.set(set, names);
	return nearestOf(value, names, knownWords());
}

/** What to offer for a value without a meaning: all options of a set of three or fewer, else those spelled like it. */
export function optionsToOffer(set: OptionSet, similar: readonly Option[]): readonly Option[] {
	if (set.options.length > MAX_SUGGESTIONS) return similar;
	return [...similar, ...set.options.filter((option) => !similar.includes(option))];
}
