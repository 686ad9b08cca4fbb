/** Words that mean something, in whichever column: none of them is a typing mistake for another. */

import { tables } from './index';
import { languageNames } from './languages';
import type { Option } from './types';

const coded = tables.flatMap(({ elements }) => elements.filter(({ optionSet }) => optionSet));

let words: ReadonlySet<string> | undefined;
let columns: ReadonlyMap<string, readonly string[]> | undefined;

/** What people write where there is no answer. No code is meant, and an empty field is not certain. */
const noAnswers = ['Blank', 'Refused', 'Declined', 'Missing'];

/** Every known word in lower case: names of languages, columns, codes, labels and other spellings of every option set. */
export function knownWords(): ReadonlySet<string> {
	words ??= new Set([...allWords()].map((word) => word.toLowerCase()));
	return words;
}

/** Codes and other spellings that are shorter say nothing about the column that they are from. */
const MIN_TELLING_LENGTH = 3;

/** The columns in which a word, in lower case, is a label, or a code or another spelling of three letters or more. */
export function columnsWithWord(word: string): readonly string[] {
	columns ??= columnsByWord();
	return columns.get(word) ?? [];
}

function* allWords(): Iterable<string> {
	yield* languageNames();
	yield* noAnswers;
	for (const { elements } of tables) for (const { column } of elements) yield column;
	for (const { optionSet } of coded) {
		for (const option of optionSet?.options ?? []) yield* spellingsOf(option);
		for (const { values } of optionSet?.ambiguous ?? []) yield* values;
		yield* optionSet?.unlisted ?? [];
	}
}

function columnsByWord(): ReadonlyMap<string, readonly string[]> {
	const found = new Map<string, Set<string>>();
	for (const { column, optionSet } of coded) {
		for (const option of optionSet?.options ?? []) {
			for (const spelling of spellingsOf(option)) {
				if (spelling.length < MIN_TELLING_LENGTH && spelling !== option.label) continue;
				const key = spelling.toLowerCase();
				found.set(key, (found.get(key) ?? new Set()).add(column));
			}
		}
	}
	return new Map([...found].map(([word, names]) => [word, [...names]]));
}

function spellingsOf({ code, label, meantBy = [] }: Option): readonly string[] {
	return [code, label, ...meantBy];
}
