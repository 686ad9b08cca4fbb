import type { Block } from '../../csv/block';
import { KeyNumbers, NO_NUMBER } from '../../hash/keyNumbers';
import type { Layout } from '../../rules/layout';
import { BlockCounter, type BlockCounts } from './blockCounts';
import type { CountedFile, CountedFiles, StudentCounts } from './counts';
import { FileCounts } from './fileCounts';
import { SchoolCounts } from './schoolCounts';

/** What was read of each block goes with the layout that it was read by. */
const counters = new WeakMap<Layout, BlockCounter>();

/**
 * Counts, in steps of a block. The roster says who is a student; where there is none, the extension file does. What
 * was read of a block is kept with it, so that after an edit only the blocks that it made are read again.
 */
export function* countStudents({ roster, extension }: CountedFiles): Generator<void, StudentCounts> {
	const files = [roster, extension].filter((file) => file !== undefined);
	for (const { document } of files) while (document.readMore()) yield;
	// Taken at once, so that an edit meanwhile cannot mix two versions.
	const [main, joined] = files.map((file) => new Reading(file));
	if (!main) return { students: 0, unread: 0, schools: undefined, columns: [], idWidths: [] };

	const students = new KeyNumbers(main.records);
	const schools = new SchoolCounts(main.records);
	const counts = new FileCounts(main.fileName, main.counter, schools);
	for (const read of main.blocks()) {
		counts.unread += read.unread;
		const numbers = read.schoolIds.map((id) => schools.indexOf(id));
		for (let row = 0; row < read.rows; row++) {
			const student = students.add(read.keys[row] as number, read.otherKeys[row] as number);
			if (student === NO_NUMBER) continue;
			const school = numbers[read.schools[row] as number] as number;
			schools.put(student, school);
			counts.add(read, row, school);
		}
		yield;
	}
	const extended = joined && (yield* join(joined, students, schools, counts));
	const counted = extended ? [counts, extended.counts] : [counts];
	return {
		students: students.size,
		joined: extended?.students,
		unread: counted.reduce((sum, { unread }) => sum + unread, 0),
		schools: main.counter.hasSchools ? schools.list : undefined,
		columns: counted.flatMap(({ columns }) => columns),
		idWidths: counted.flatMap(({ idWidths }) => idWidths),
	};
}

/** Counts what the extension file says of the roster's students; a column that the roster has too counts there. */
function* join(
	extension: Reading,
	students: KeyNumbers,
	schools: SchoolCounts,
	roster: FileCounts,
): Generator<void, { readonly counts: FileCounts; readonly students: number }> {
	const without = new Set(roster.columns.map(({ element }) => element.column));
	const counts = new FileCounts(extension.fileName, extension.counter, schools, without);
	const seen = new Uint8Array(students.size);
	for (const read of extension.blocks()) {
		counts.unread += read.unread;
		for (let row = 0; row < read.rows; row++) {
			const student = students.find(read.keys[row] as number, read.otherKeys[row] as number);
			if (student === NO_NUMBER || seen[student] === 1) continue;
			seen[student] = 1;
			counts.add(read, row, schools.of(student));
		}
		yield;
	}
	counts.addMissing();
	return { counts, students: seen.reduce((sum, one) => sum + one, 0) };
}

/** A file as it was when the count began. */
class Reading {
	readonly counter: BlockCounter;
	readonly fileName: string;
	readonly records: number;
	readonly #blocks: readonly Block[];

	constructor({ document, layout }: CountedFile) {
		this.counter = counters.get(layout) ?? new BlockCounter(layout);
		counters.set(layout, this.counter);
		this.fileName = layout.table.fileName;
		this.records = document.recordCount;
		this.#blocks = document.blocks;
	}

	*blocks(): Iterable<BlockCounts> {
		for (let at = 0; at < this.#blocks.length; at++) {
			yield this.counter.count(this.#blocks[at] as Block, at === 0 ? 1 : 0);
		}
	}
}
