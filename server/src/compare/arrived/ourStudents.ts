import { isUnseen, trimUnseen } from '../../characters';
import type { Checker } from '../../check/live/checker';
import type { CountedFiles } from '../../coverage/counting/counts';
import { detached } from '../../csv/detachedText';
import { valueIn } from '../../csv/quote';
import { Fields } from '../../csv/scan';
import { NO_KEY } from '../../hash/textHash';
import type { Layout } from '../../rules/layout';
import { categories, type Element, type OptionSet } from '../../spec';
import { IdIndex, TextNumbers } from './idIndex';
import { ValueNumbers } from './valueNumbers';

/** A category of ours with the value of each student. */
export interface OurCategory {
	/** As the district uses it: its codes include the values that it accepts. */
	readonly element: Element & { readonly optionSet: OptionSet };
	/** The file that has the column; undefined where neither has it. */
	readonly fileName: string | undefined;
	readonly numbers: ValueNumbers;
	/** By student. */
	readonly values: Uint16Array;
}

/** The students of a district: each once, by the first of the rows. */
export interface OurStudents {
	/** The IDs exactly as the file has them. */
	readonly ids: readonly string[];
	/** For each student the index of the school in `schoolIds`. */
	readonly schools: Uint32Array;
	readonly schoolIds: readonly string[];
	/** The files that were read, the one that names the students first, each with the column of the ID. */
	readonly keys: readonly { readonly fileName: string; readonly column: string }[];
	/** The columns by which a student can be found: the primary key, and the other IDs that the roster has. */
	readonly idColumns: readonly IdIndex[];
	/** All categories, in the order of the tables. */
	readonly categories: readonly OurCategory[];
}

/** Steps of a check between two yields. */
const CHECKS_PER_STEP = 16;

/**
 * Reads the students of a district, and yields after each block. They are those of the roster, or where there is none, of
 * the extension file, in the rows that have a student to the check. A category that both files have counts in the roster,
 * since Clever takes the value of the sync.
 */
export function* readOurStudents({ roster, extension }: CountedFiles): Generator<void, OurStudents> {
	const files = [roster, extension].filter((file) => file !== undefined);
	let step = 0;
	while (!files.every((file) => file.run(() => ++step % CHECKS_PER_STEP === 0))) yield;
	// Both files are captured at the same time, so an edit between two steps cannot mix versions.
	const [main, joined] = files.map((file) => new FileRows(file));
	const reading = new Reading(main);
	const keys = files.map(({ table }) => ({ fileName: table.fileName, column: table.primaryKey }));
	if (main) yield* reading.readMain(main);
	if (joined) yield* reading.join(joined);
	return { ...reading.result(), keys };
}

/** The rows of a file at the time when the reading began. */
class FileRows {
	readonly layout: Layout;
	readonly records: number;
	readonly #blocks: Checker['blocks'];

	constructor({ document, layout, blocks }: Checker) {
		this.layout = layout;
		this.records = document.recordCount;
		this.#blocks = blocks;
	}

	/** Gives each row that has a student, by a function for the value in a 0-based column; yields after each block. */
	*each(take: (valueAt: (column: number) => string) => void): Generator<void> {
		const fields = new Fields();
		for (const [position, { block, keys }] of this.#blocks.entries()) {
			const valueAt = (column: number): string => valueIn(block.text, fields, column);
			for (let index = position === 0 ? 1 : 0; index < block.starts.length; index++) {
				if (keys[index] === NO_KEY) continue;
				block.readRecord(index, fields);
				take((column) => (column < 0 || column >= fields.count ? '' : valueAt(column)));
			}
			yield;
		}
	}
}

/** A column of codes of a file, and the category that it fills. */
interface FilledCategory {
	readonly column: number;
	readonly category: OurCategory;
}

class Reading {
	readonly #numbers = new TextNumbers();
	readonly #ids: string[] = [];
	readonly #schools: Uint32Array;
	readonly #schoolIds = new Map<string, number>();
	readonly #idColumns: IdIndex[] = [];
	readonly #categories = new Map<string, OurCategory>();

	constructor(main: FileRows | undefined) {
		this.#schools = new Uint32Array(main?.records ?? 0);
	}

	*readMain(main: FileRows): Generator<void> {
		const { layout, records } = main;
		const { table, keyIndex } = layout;
		const school = table.schoolColumn === undefined ? -1 : layout.indexOf(table.schoolColumn);
		const others = [table.primaryKey, ...table.otherIds].flatMap((column) => {
			const index = layout.indexOf(column);
			return index < 0 ? [] : [{ index, ids: new IdIndex(column, records) }];
		});
		this.#idColumns.push(...others.map(({ ids }) => ids));
		const filled = this.#filledBy(layout);
		yield* main.each((valueAt) => {
			const key = valueAt(keyIndex);
			const { number: student, isNew } = this.#numbers.of(key);
			if (!isNew) return;
			this.#ids.push(detached(key));
			this.#schools[student] = this.#schoolIndex(trimUnseen(valueAt(school)));
			for (const { index, ids } of others) {
				const id = trimUnseen(valueAt(index));
				if (id !== '') ids.add(id, student);
			}
			fill(filled, student, valueAt);
		});
	}

	*join(file: FileRows): Generator<void> {
		const filled = this.#filledBy(file.layout);
		const known = this.#ids.length;
		const isRead = new Uint8Array(known);
		yield* file.each((valueAt) => {
			const { number: student, isNew } = this.#numbers.of(valueAt(file.layout.keyIndex));
			if (isNew || student >= known || isRead[student] === 1) return;
			isRead[student] = 1;
			fill(filled, student, valueAt);
		});
	}

	result(): Omit<OurStudents, 'keys'> {
		return {
			ids: this.#ids,
			schools: this.#schools,
			schoolIds: [...this.#schoolIds.keys()],
			idColumns: this.#idColumns,
			categories: categories.flatMap(
				(element) => this.#categories.get(element.column) ?? withoutColumn(element),
			),
		};
	}

	/** The categories that a file fills: those that no file before had. */
	#filledBy({ columns, table }: Layout): readonly FilledCategory[] {
		const filled = columns.flatMap(({ element, index, duplicateOf }): FilledCategory[] => {
			if (!element?.optionSet || element.kind !== 'demographic' || duplicateOf !== undefined) return [];
			if (this.#categories.has(element.column)) return [];
			const category = {
				element: { ...element, optionSet: element.optionSet },
				fileName: table.fileName,
				numbers: new ValueNumbers(),
				values: new Uint16Array(this.#schools.length),
			};
			return [{ column: index, category }];
		});
		for (const { category } of filled) this.#categories.set(category.element.column, category);
		return filled;
	}

	#schoolIndex(id: string): number {
		const known = this.#schoolIds.get(id);
		if (known !== undefined) return known;
		this.#schoolIds.set(detached(id), this.#schoolIds.size);
		return this.#schoolIds.size - 1;
	}
}

function fill(filled: readonly FilledCategory[], student: number, valueAt: (column: number) => string): void {
	for (const { column, category } of filled) {
		const value = valueAt(column);
		category.values[student] = category.numbers.of(isUnseen(value) ? '' : value);
	}
}

function withoutColumn(element: Element): readonly OurCategory[] {
	const { optionSet } = element;
	if (!optionSet) return [];
	return [
		{
			element: { ...element, optionSet },
			fileName: undefined,
			numbers: new ValueNumbers(),
			values: new Uint16Array(0),
		},
	];
}
