import { foldText, idBeginsWith, isUnseen } from '../../characters';
import type { CheckedBlock, RecordRef } from '../../check/live/checkedBlock';
import type { Checker } from '../../check/live/checker';
import { RecordRow } from '../../check/record/recordRow';
import { Fields } from '../../csv/scan';
import { NO_KEY } from '../../hash/textHash';
import { type Person, personIn } from './student';

/** A student that matches a search, with one of the rows. */
export interface FoundStudent extends Person {
	readonly id: string;
	readonly place: RecordRef;
}

/**
 * The students of a file whose ID starts with the typed text, its leading zeros counted or not, or whose name has a word
 * that starts with each typed word, in any order, without regard to case and marks on letters; all of them where nothing
 * is typed. Yields undefined between them, where the walk may pause. The text of a block is searched as a whole before its
 * rows are read, so that a large file costs little.
 */
export function* findStudents(roster: Checker, typed: string): Iterable<FoundStudent | undefined> {
	const { layout, blocks } = roster;
	if (layout.keyIndex < 0) return;
	const words = wordsIn(typed);
	if (words.length === 0 && !isUnseen(typed)) return;
	const row = new RecordRow(layout, new Fields());
	for (const block of blocks) {
		for (const index of words.length > 0 ? recordsWith(block, words) : block.keys.keys()) {
			if (block.keys[index] === NO_KEY) continue;
			block.read(row, index);
			const id = row.at(layout.keyIndex);
			const person = personIn(row);
			yield matches(id, person.name, words, typed) ? { ...person, id, place: { block, index } } : undefined;
		}
		yield undefined;
	}
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function wordsIn(text: string): readonly string[] {
	return foldText(text).match(WORD) ?? [];
}

function matches(id: string, name: string, words: readonly string[], typed: string): boolean {
	if (idBeginsWith(id, typed)) return true;
	const nameWords = wordsIn(name);
	return words.every((word) => nameWords.some((nameWord) => nameWord.startsWith(word)));
}

/** The records of a block, by index, whose text has the longest of the words. */
function* recordsWith({ block }: CheckedBlock, words: readonly string[]): Iterable<number> {
	const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
	if (!foldText(block.text).includes(longest)) return;
	for (const [index, start] of block.starts.entries()) {
		if (foldText(block.text.slice(start, block.endOf(index))).includes(longest)) yield index;
	}
}
