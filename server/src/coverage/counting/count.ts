import type { CheckedBlock } from '../../check/live/checkedBlock';
import type { Checker } from '../../check/live/checker';
import { KeyNumbers, NO_NUMBER } from '../../hash/keyNumbers';
import type { Layout } from '../../rules/layout';
import { BlockCounter, type BlockCounts } from './blockCounts';
import type { CountedFiles, StudentCounts } from './counts';
import { FileCounts } from './fileCounts';
import { SchoolCounts } from './schoolCounts';
import { StudentSlots } from './studentSlots';

/** The counts of blocks are kept per layout, since a layout says which column is which. */
const counters = new WeakMap<Layout, BlockCounter>();

/** Steps of a check between two yields. */
const CHECKS_PER_STEP = 16;

/**
 * Counts the students of a district; each step counts one block. The students are those of the roster, or where there is
 * none, of the extension file, in the rows that have a student to the check. What is not checked yet is checked first,
 * and the counts of a block are kept, so that after an edit only the new blocks are read.
 */
export function* countStudents({ roster, extension }: CountedFiles): Generator<void, StudentCounts> {
	const files = [roster, extension].filter((file) => file !== undefined);
	let step = 0;
	while (!files.every((file) => file.run(() => ++step % CHECKS_PER_STEP === 0))) yield;
	// Both files are captured at the same time, so an edit between two steps cannot mix versions.
	const [main, joined] = files.map((file) => new FileSnapshot(file));
	if (!main) return { students: 0, unread: 0, schools: undefined, columns: [], groups: [], idWidths: [] };

	const students = new KeyNumbers(main.records);
	const schools = new SchoolCounts(main.records);
	const slots = new StudentSlots(main.records);
	const counts = new FileCounts(main.fileName, main.counter, schools, slots);
	for (const read of main.blocks()) {
		counts.unread += read.unread;
		const numbers = read.schoolIds.map((id) => schools.indexOf(id));
		for (let row = 0; row < read.rows; row++) {
			const student = students.add(read.keys[row] as number, read.otherKeys[row] as number);
			if (student === NO_NUMBER) continue;
			const school = numbers[read.schools[row] as number] as number;
			schools.put(student, school);
			counts.add(read, row, student, school);
		}
		yield;
	}
	const extended = joined && (yield* join(joined, students, schools, slots, counts));
	const counted = extended ? [counts, extended.counts] : [counts];
	const columns = counted.flatMap((file) => file.columns);
	return {
		students: students.size,
		inBothFiles: extended?.students,
		unread: counted.reduce((sum, { unread }) => sum + unread, 0),
		schools: main.counter.hasSchools ? schools.list : undefined,
		columns,
		groups: slots.counts(columns, students.size, schools),
		idWidths: counted.flatMap(({ idWidths }) => idWidths),
	};
}

/** Counts the roster's students in the extension file. A column that both files have counts in the roster only. */
function* join(
	extension: FileSnapshot,
	students: KeyNumbers,
	schools: SchoolCounts,
	slots: StudentSlots,
	roster: FileCounts,
): Generator<void, { readonly counts: FileCounts; readonly students: number }> {
	const columnsOfRoster = new Set(roster.columns.map(({ element }) => element.column));
	const counts = new FileCounts(extension.fileName, extension.counter, schools, slots, columnsOfRoster);
	const isCounted = new Uint8Array(students.size);
	for (const read of extension.blocks()) {
		counts.unread += read.unread;
		for (let row = 0; row < read.rows; row++) {
			const student = students.find(read.keys[row] as number, read.otherKeys[row] as number);
			if (student === NO_NUMBER || isCounted[student] === 1) continue;
			isCounted[student] = 1;
			counts.add(read, row, student, schools.of(student));
		}
		yield;
	}
	counts.addMissing();
	return { counts, students: isCounted.reduce((sum, one) => sum + one, 0) };
}

/** The blocks of a file at the time when the count began. */
class FileSnapshot {
	readonly counter: BlockCounter;
	readonly fileName: string;
	readonly records: number;
	readonly #blocks: readonly CheckedBlock[];

	constructor({ document, layout, blocks }: Checker) {
		this.counter = counters.get(layout) ?? new BlockCounter(layout);
		counters.set(layout, this.counter);
		this.fileName = layout.table.fileName;
		this.records = document.recordCount;
		this.#blocks = blocks;
	}

	*blocks(): Iterable<BlockCounts> {
		for (let at = 0; at < this.#blocks.length; at++) {
			yield this.counter.count(this.#blocks[at] as CheckedBlock, at === 0 ? 1 : 0);
		}
	}
}
