import { type BlockCounter, type BlockCounts, EMPTY, FIRST_CODE, NO_WIDTH } from './blockCounts';
import { type ColumnCounts, type IdWidths, total } from './counts';
import type { SchoolCounts } from './schoolCounts';

/** Adds up one file, row by row. */
export class FileCounts {
	unread = 0;
	/** Of each column by school: how many students have what. */
	readonly #bySchool: number[][][];
	readonly #widths: readonly Map<number, number>[];

	/** @param without the columns that count in another file. */
	constructor(
		private readonly fileName: string,
		private readonly counter: BlockCounter,
		private readonly schools: SchoolCounts,
		private readonly without: ReadonlySet<string> = new Set(),
	) {
		this.#bySchool = counter.coded.map(() => []);
		this.#widths = counter.ids.map(() => new Map());
	}

	/** Adds the student whose row this is. */
	add(read: BlockCounts, row: number, school: number): void {
		const { coded, ids } = this.counter;
		for (let at = 0; at < coded.length; at++) {
			const counts = this.#countsOf(at, school);
			const slot = read.slots[row * coded.length + at] as number;
			counts[slot] = (counts[slot] as number) + 1;
		}
		for (let at = 0; at < ids.length; at++) {
			const width = read.widths[row * ids.length + at] as number;
			const widths = this.#widths[at] as Map<number, number>;
			if (width !== NO_WIDTH) widths.set(width, (widths.get(width) ?? 0) + 1);
		}
	}

	/** Counts students who have no row here as empty in every column. */
	addMissing(): void {
		this.schools.list.forEach(({ students }, school) => {
			for (let at = 0; at < this.#bySchool.length; at++) {
				const counts = this.#countsOf(at, school);
				counts[EMPTY] = (counts[EMPTY] as number) + students - total(counts);
			}
		});
	}

	get columns(): ColumnCounts[] {
		return this.counter.coded.flatMap((coded, at) => {
			if (this.without.has(coded.element.column)) return [];
			const bySchool = this.schools.list.map((_, school) => this.#countsOf(at, school));
			const students = this.#none(at).map((_, slot) =>
				total(bySchool.map((counts) => counts[slot] as number)),
			);
			return [{ ...coded, fileName: this.fileName, students, bySchool }];
		});
	}

	get idWidths(): IdWidths[] {
		return this.counter.ids.map(({ element, header }, at) => ({
			column: element?.column ?? header,
			fileName: this.fileName,
			widths: this.#widths[at] as Map<number, number>,
		}));
	}

	#countsOf(at: number, school: number): number[] {
		const bySchool = this.#bySchool[at] as number[][];
		bySchool[school] ??= this.#none(at);
		return bySchool[school];
	}

	#none(at: number): number[] {
		const codes = this.counter.coded[at]?.element.optionSet.options.length ?? 0;
		return new Array<number>(FIRST_CODE + codes).fill(0);
	}
}
