import { distance } from 'fastest-levenshtein';
import type { Option, OptionSet } from '../spec';
import { knownWords } from '../spec/knownWords';
import { normalizedValue } from '../spec/meaning';
import { letterCount } from '../spec/wordKey';

const MAX_SUGGESTIONS = 3;

/** How many letters replaced, left out or added a typing mistake may have, by the letters of the shorter word. */
const editsByLetters = [
	{ atLeast: 7, edits: 2 },
	{ atLeast: 4, edits: 1 },
] as const;
/** From so many letters on, neighbors typed in each other's place are a typing mistake, and one edit. */
const MIN_SWAP_LETTERS = 6;
/** In a word of fewer letters, two that are replaced make another word: "Refused" is not "Reduced". */
const MIN_REPLACED_LETTERS = 8;
const MAX_EDITS = 2;

const noWords: ReadonlySet<string> = new Set();

/** A word in lower case, and what tells without counting edits that another word is too far away. */
interface ComparedWord {
	readonly word: string;
	/** A bit for each of its characters, shared by some. */
	readonly characters: number;
	readonly digits: string;
	readonly letters: number;
}

interface NamedCandidate<T> {
	readonly candidate: T;
	readonly names: readonly ComparedWord[];
}

/**
 * The candidates for which a word may be a typing mistake, nearest first, three at most: with the same first letter,
 * which people seldom miss, and one edit (Levenshtein) away for a word of four to six letters, two for a longer one, and
 * with the same digits. Case and the spaces and quotes around the word do not count.
 *
 * @param otherWords words, in lower case, that are none of the candidates. If the word is one of them, or is spelled
 * as much like one of them as like a candidate, it is no mistake for that candidate.
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
	if (editsIn(typed.letters) === 0) return [];
	const near = candidates
		.map(({ candidate, names }) => ({ candidate, edits: fewest(names, (name) => mistakesIn(typed, name)) }))
		.filter(({ edits }) => edits <= MAX_EDITS);
	if (near.length === 0) return [];
	const names = new Set(candidates.flatMap((each) => each.names.map((name) => name.word)));
	const nearestOther = fewest(comparedWords(otherWords), (other) =>
		names.has(other.word) ? Number.POSITIVE_INFINITY : mistakesIn(typed, other),
	);
	return near
		.filter(({ edits }) => edits < nearestOther)
		.sort((a, b) => a.edits - b.edits)
		.slice(0, MAX_SUGGESTIONS)
		.map(({ candidate }) => candidate);
}

function fewest(words: readonly ComparedWord[], editsOf: (word: ComparedWord) => number): number {
	return words.reduce((least, word) => Math.min(least, editsOf(word)), Number.POSITIVE_INFINITY);
}

/** The edits from a typed word to a name for which it may be a typing mistake; infinite for any other. */
function mistakesIn(typed: ComparedWord, name: ComparedWord): number {
	if (typed.word === name.word) return 0;
	if (typed.word.charAt(0) !== name.word.charAt(0)) return Number.POSITIVE_INFINITY;
	const edits = editsBetween(typed, name);
	const letters = Math.min(typed.letters, name.letters);
	if (edits === 2 && typed.word.length === name.word.length) {
		if (isSwap(typed.word, name.word)) return letters >= MIN_SWAP_LETTERS ? 1 : Number.POSITIVE_INFINITY;
		if (letters < MIN_REPLACED_LETTERS) return Number.POSITIVE_INFINITY;
	}
	return edits <= editsIn(letters) ? edits : Number.POSITIVE_INFINITY;
}

function editsIn(letters: number): number {
	return editsByLetters.find(({ atLeast }) => letters >= atLeast)?.edits ?? 0;
}

/** Whether two words of one length differ in two neighbors that changed places. */
function isSwap(word: string, other: string): boolean {
	let at = 0;
	while (at < word.length && word[at] === other[at]) at++;
	return (
		word[at] === other[at + 1] && word[at + 1] === other[at] && word.slice(at + 2) === other.slice(at + 2)
	);
}

/** The edits between two words; infinite where they are more than a typing mistake may have, or the digits differ. */
function editsBetween(typed: ComparedWord, other: ComparedWord): number {
	if (Math.abs(other.word.length - typed.word.length) > MAX_EDITS) return Number.POSITIVE_INFINITY;
	// An edit takes one character away and brings another one at most.
	if (bitCount(other.characters ^ typed.characters) > 2 * MAX_EDITS) return Number.POSITIVE_INFINITY;
	// No digit is a typing mistake, also where the other word has none.
	if (typed.digits !== other.digits) return Number.POSITIVE_INFINITY;
	const edits = distance(typed.word, other.word);
	return edits <= MAX_EDITS ? edits : Number.POSITIVE_INFINITY;
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
	return { word, characters, digits: word.replace(/\P{Nd}+/gu, ''), letters: letterCount(word) };
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
