import { foldText } from '../../characters';
import type { CheckedBlock } from '../../check/live/checkedBlock';
import type { Checker } from '../../check/live/checker';
import { valueIn } from '../../csv/quote';
import { Fields } from '../../csv/scan';
import type { CountedFiles, StudentCounts } from '../counting/counts';
import type { SchoolNames } from '../schoolNames';
import { publicNames } from './schoolNames';

/** These are no telling IDs: the counts of every report are such numbers. */
const SHORT_NUMBER = /^\d{1,3}$/;
/** Parts of a name that are no name by themselves, such as "de" and an initial. */
const PARTICLE = /^[a-z]{1,2}$/;

/** A text that may be published, by what is compared with the students. */
interface Entry {
	readonly text: string;
	/** Its words, also two that follow each other as one, and what is before a possessive s. */
	readonly words: ReadonlySet<string>;
}

/** The IDs of schools, and their names, that may be published. */
export function schoolTexts({ schools }: StudentCounts, names: SchoolNames): string[] {
	const ids = (schools ?? []).flatMap(({ id, students }) => (id && students > 0 ? [id] : []));
	const ofNames = publicNames(names);
	return [...ids, ...ids.flatMap((id) => ofNames.get(id) ?? [])];
}

/**
 * Finds those of the texts that may be about a student, and yields after each block: a text that is the first or last
 * name of one or has both, in any order, or that is or has an ID of one. Words are compared without case, accents and
 * digits, and IDs without case. A name that a single student has counts as one of many, so this tells no count.
 */
export function* studentTexts(
	{ roster, extension }: CountedFiles,
	texts: readonly string[],
): Generator<void, ReadonlySet<string>> {
	const found = new Set<string>();
	const sought = new SoughtTexts(texts, found);
	if (sought.isEmpty) return found;
	const files = [roster, extension]
		.filter((file) => file !== undefined)
		.map((file) => new PersonReader(file));
	for (const file of files) {
		for (const block of file.blocks) {
			file.read(block, sought);
			yield;
		}
	}
	return found;
}

/** The columns of a file that say who a student is, and its blocks at the time when it was opened. */
class PersonReader {
	readonly blocks: readonly CheckedBlock[];
	readonly #ids: readonly number[];
	readonly #last: number;
	readonly #first: number;
	readonly #fields = new Fields();

	constructor({ layout, blocks }: Checker) {
		const { person, schoolColumn } = layout.table;
		this.blocks = blocks;
		this.#ids = layout.columns
			.filter(
				({ element, name }) => name !== schoolColumn && (element?.kind === 'key' || element?.kind === 'id'),
			)
			.map(({ index }) => index);
		this.#last = person ? layout.indexOf(person.lastName) : -1;
		this.#first = person ? layout.indexOf(person.firstName) : -1;
	}

	read(checked: CheckedBlock, sought: SoughtTexts): void {
		const { block } = checked;
		for (let index = checked === this.blocks[0] ? 1 : 0; index < block.starts.length; index++) {
			block.readRecord(index, this.#fields);
			for (const column of this.#ids) sought.findId(valueIn(block.text, this.#fields, column));
			sought.findPerson(this.#value(block.text, this.#last), this.#value(block.text, this.#first));
		}
	}

	#value(text: string, column: number): string {
		return column < 0 ? '' : valueIn(text, this.#fields, column);
	}
}

/** The texts by their words and IDs, so that a row costs a few look-ups however many texts there are. */
class SoughtTexts {
	readonly #byWord = new Map<string, Entry[]>();
	readonly #byLetters = new Map<string, Entry[]>();
	readonly #byId = new Map<string, Entry[]>();

	constructor(
		texts: readonly string[],
		private readonly found: Set<string>,
	) {
		for (const text of new Set(texts)) {
			const words = allWordsOf(text);
			const entry = { text, words };
			for (const word of words) put(this.#byWord, word, entry);
			put(this.#byLetters, wordsOf(text).join(''), entry);
			for (const id of new Set([text, ...text.split(/\s+/)])) {
				if (id !== '' && !SHORT_NUMBER.test(id)) put(this.#byId, id.toLowerCase(), entry);
			}
		}
	}

	/** Whether no student could be in a text, as in short numbers. */
	get isEmpty(): boolean {
		return this.#byWord.size === 0 && this.#byId.size === 0;
	}

	findId(id: string): void {
		for (const { text } of this.#byId.get(id.trim().toLowerCase()) ?? []) this.found.add(text);
	}

	findPerson(last: string, first: string): void {
		const lastWords = wordsOf(last);
		const firstWords = wordsOf(first);
		const lastName = lastWords.join('');
		const firstName = firstWords.join('');
		for (const name of [lastName, firstName]) {
			if (name.length > 1) for (const { text } of this.#byLetters.get(name) ?? []) this.found.add(text);
		}
		if (lastName === '' || firstName === '') return;
		for (const name of [lastName + firstName, firstName + lastName]) {
			if (PARTICLE.test(name)) continue;
			for (const { text } of this.#byWord.get(name) ?? []) this.found.add(text);
		}
		const firstParts = namesIn(firstWords, firstName);
		for (const word of namesIn(lastWords, lastName)) {
			for (const { text, words } of this.#byWord.get(word) ?? []) {
				if (firstParts.some((part) => words.has(part))) this.found.add(text);
			}
		}
	}
}

function put(entries: Map<string, Entry[]>, key: string, entry: Entry): void {
	const others = entries.get(key);
	if (others) others.push(entry);
	else entries.set(key, [entry]);
}

/** The words of a name by which the person can be known, and all of them as one; initials are left out. */
function namesIn(words: readonly string[], name: string): string[] {
	const parts = words.filter((word) => !PARTICLE.test(word));
	return /^[a-z]$/.test(name) ? [] : [...new Set([...parts, name])];
}

function allWordsOf(text: string): Set<string> {
	const words = wordsOf(text);
	const pairs = words.slice(1).map((word, at) => `${words[at]}${word}`);
	const owners = [...foldText(text).matchAll(/(\p{L}+)['’]s(?!\p{L})/gu)].map(([, owner = '']) => owner);
	return new Set([...words, ...pairs, ...owners]);
}

/** Letters in a row, in lower case and without accents; an apostrophe is no end of a word. */
function wordsOf(text: string): readonly string[] {
	return (
		foldText(text)
			.replaceAll(/['’]/g, '')
			.match(/\p{L}+/gu) ?? []
	);
}
