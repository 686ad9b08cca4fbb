import type { CheckedBlock, RecordRef } from '../../check/live/checkedBlock';
import type { Checker } from '../../check/live/checker';
import { RecordRow } from '../../check/record/recordRow';
import { lastAtMost } from '../../csv/block';
import { Fields } from '../../csv/scan';
import { NO_KEY } from '../../hash/textHash';
import { type Person, personIn } from './student';

/** A student that was found, and one of the rows. */
export interface Found extends Person {
	readonly id: string;
	readonly place: RecordRef;
}

/**
 * The students of a file whose id starts with what is typed, or whose name has a word for each word that is typed,
 * in whatever order and case; all where nothing is typed. Undefined between them: there the walk may rest, and end.
 * A block is first looked through as a whole, so that what is typed costs little in a large file.
 */
export function* findStudents(roster: Checker, typed: string): Iterable<Found | undefined> {
	const { layout, blocks } = roster;
	if (layout.keyIndex < 0) return;
	const words = wordsIn(typed);
	if (words.length === 0 && typed.trim() !== '') return;
	const row = new RecordRow(layout, new Fields());
	for (const block of blocks) {
		for (const index of words.length > 0 ? recordsWith(block, words) : block.keys.keys()) {
			if (block.keys[index] === NO_KEY) continue;
			block.read(row, index);
			const id = row.at(layout.keyIndex);
			const person = personIn(row);
			yield isMeant(id, person.name, words, typed) ? { ...person, id, place: { block, index } } : undefined;
		}
		yield undefined;
	}
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu;

function wordsIn(text: string): readonly string[] {
	return text.toLowerCase().match(WORD) ?? [];
}

function isMeant(id: string, name: string, words: readonly string[], typed: string): boolean {
	if (id.toLowerCase().startsWith(typed.trim().toLowerCase())) return true;
	const own = wordsIn(name);
	return words.every((word) => own.some((other) => other.startsWith(word)));
}

/** The records in which the longest word stands somewhere, by their index. */
function* recordsWith({ block }: CheckedBlock, words: readonly string[]): Iterable<number> {
	const longest = words.reduce((one, other) => (other.length > one.length ? other : one));
	// Letters, marks and digits only: none of them means more to a pattern.
	const pattern = new RegExp(longest, 'giu');
	for (let match = pattern.exec(block.text); match; match = pattern.exec(block.text)) {
		const index = lastAtMost(block.starts, match.index);
		yield index;
		pattern.lastIndex = Math.max(pattern.lastIndex, block.endOf(index));
	}
}
