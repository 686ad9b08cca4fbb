import { type BlockCounter, type BlockCounts, EMPTY, FIRST_CODE, GUID_WIDTH, NO_WIDTH } from './blockCounts';
import { type ColumnCounts, type IdWidths, total } from './counts';
import type { SchoolCounts } from './schoolCounts';
import type { StudentSlots } from './studentSlots';

/** Adds up the counts of one file, row by row. */
export class FileCounts {
	/** Rows that cannot be read or have no student ID. */
	unread = 0;
	/** Students by column of codes, by school and by slot. */
	readonly #bySchool: number[][][];
	readonly #widths: readonly Map<number, number>[];
	/** By column of codes; undefined where no group of students is counted in it. */
	readonly #slots: readonly (Uint16Array | undefined)[];

	/** @param without the exact names of the columns that count in the other file. */
	constructor(
		private readonly fileName: string,
		private readonly counter: BlockCounter,
		private readonly schools: SchoolCounts,
		slots: StudentSlots,
		private readonly without: ReadonlySet<string> = new Set(),
	) {
		this.#bySchool = counter.coded.map(() => []);
		this.#widths = counter.ids.map(() => new Map());
		this.#slots = counter.coded.map(({ element: { column } }) =>
			without.has(column) ? undefined : slots.of(column),
		);
	}

	/** Adds a row (0-based in the block) of a student, who is at a school; both are given by their numbers. */
	add(read: BlockCounts, row: number, student: number, school: number): void {
		const { coded, ids } = this.counter;
		for (let at = 0; at < coded.length; at++) {
			const counts = this.#countsOf(at, school);
			const slot = read.slots[row * coded.length + at] as number;
			counts[slot] = (counts[slot] as number) + 1;
			const slots = this.#slots[at];
			if (slots) slots[student] = slot;
		}
		for (let at = 0; at < ids.length; at++) {
			const width = read.widths[row * ids.length + at] as number;
			const widths = this.#widths[at] as Map<number, number>;
			if (width !== NO_WIDTH) widths.set(width, (widths.get(width) ?? 0) + 1);
		}
	}

	/** Counts the students without a row in this file as empty in every column. */
	addMissing(): void {
		this.schools.list.forEach(({ students }, school) => {
			for (let at = 0; at < this.#bySchool.length; at++) {
				const counts = this.#countsOf(at, school);
				counts[EMPTY] = (counts[EMPTY] as number) + students - total(counts);
			}
		});
	}

	/** The counts of each column of codes, in the order of the file. */
	get columns(): ColumnCounts[] {
		return this.counter.coded.flatMap((coded, at) => {
			if (this.without.has(coded.element.column)) return [];
			const bySchool = this.schools.list.map((_, school) => this.#countsOf(at, school));
			const students = this.#zeros(at).map((_, slot) =>
				total(bySchool.map((counts) => counts[slot] as number)),
			);
			return [{ ...coded, fileName: this.fileName, students, bySchool }];
		});
	}

	/** The widths of each column of IDs, in the order of the file. */
	get idWidths(): IdWidths[] {
		return this.counter.ids.map(({ element, header }, at) => {
			const widths = new Map(this.#widths[at]);
			const guids = widths.get(GUID_WIDTH) ?? 0;
			widths.delete(GUID_WIDTH);
			const isKey = element?.kind === 'key';
			return { column: element?.column ?? header, fileName: this.fileName, isKey, widths, guids };
		});
	}

	#countsOf(at: number, school: number): number[] {
		const bySchool = this.#bySchool[at] as number[][];
		bySchool[school] ??= this.#zeros(at);
		return bySchool[school];
	}

	#zeros(at: number): number[] {
		const codes = this.counter.coded[at]?.element.optionSet.options.length ?? 0;
		return new Array<number>(FIRST_CODE + codes).fill(0);
	}
}
