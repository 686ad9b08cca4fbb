import type { CheckedBlock } from '../../check/live/checkedBlock';
import { isBlankRecord } from '../../csv/blankRecord';
import { detached } from '../../csv/detachedText';
import { valueIn } from '../../csv/quote';
import { Fields } from '../../csv/scan';
import { NO_KEY, otherHashOf } from '../../hash/textHash';
import type { Column, Layout } from '../../rules/layout';
import type { Element, OptionSet } from '../../spec';

/**
 * The slots in which the students of a column of codes are counted: empty fields, values that are no code, and from
 * `FIRST_CODE` on one slot for each code, in the order of the option set.
 */
export const EMPTY = 0;
/** The slot of values that are no code. */
export const NOT_A_CODE = 1;
/** The slot of the first code. */
export const FIRST_CODE = 2;

/** The width of an ID that is empty, or neither a number nor a GUID. */
export const NO_WIDTH = 0;
/** The width of an ID that is a GUID. Numbers with as many digits or more count as one digit fewer than this. */
export const GUID_WIDTH = 255;

const GUID = /^\{?[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}?$/i;
const GUID_LENGTH = 36;

/** A column of codes that the file has. */
export interface CodedColumn {
	readonly element: Element & { readonly optionSet: OptionSet };
	/** 0-based. */
	readonly column: number;
}

/**
 * The rows of a block as numbers; rows that cannot be read or have no student ID are left out. It holds nothing about a
 * person but two hashes of the ID.
 */
export interface BlockCounts {
	/** Rows that are counted. */
	readonly rows: number;
	/** Rows that cannot be read or have no student ID; blank rows do not count. */
	readonly unread: number;
	/** Two hashes of each row's student ID, which together identify the student. */
	readonly keys: Int32Array;
	readonly otherKeys: Int32Array;
	/** For each row the index of its school in `schoolIds`. */
	readonly schools: Uint16Array;
	readonly schoolIds: readonly string[];
	/** For each row, and within it for each column of codes, the slot of the value. */
	readonly slots: Uint16Array;
	/** For each row, and within it for each column of IDs, the number of digits, `NO_WIDTH` or `GUID_WIDTH`. */
	readonly widths: Uint8Array;
}

/**
 * Counts blocks of one layout, each once, since a block never changes. A row is counted where the check gave it a key: a
 * row that cannot be read may hold a name in the column of a code or a school.
 */
export class BlockCounter {
	/** The columns of codes, in the order of the file. */
	readonly coded: readonly CodedColumn[];
	/** The columns whose IDs may have lost leading zeros. */
	readonly ids: readonly Column[];
	/** For each column of codes the slot of each code. */
	readonly #slots: readonly ReadonlyMap<string, number>[];
	readonly #keyColumn: number;
	readonly #schoolColumn: number;
	readonly #counts = new WeakMap<CheckedBlock, BlockCounts>();
	readonly #fields = new Fields();

	constructor(layout: Layout) {
		const { columns, table } = layout;
		this.coded = columns.flatMap(({ element, index, duplicateOf }) =>
			element?.optionSet && duplicateOf === undefined
				? [{ element: { ...element, optionSet: element.optionSet }, column: index }]
				: [],
		);
		this.#slots = this.coded.map(
			({ element }) => new Map(element.optionSet.options.map(({ code }, at) => [code, FIRST_CODE + at])),
		);
		this.#keyColumn = layout.keyIndex;
		this.#schoolColumn = table.schoolColumn === undefined ? -1 : layout.indexOf(table.schoolColumn);
		this.ids = columns.filter(
			({ element, index, duplicateOf }) =>
				(element?.kind === 'key' || element?.kind === 'id') &&
				duplicateOf === undefined &&
				index !== this.#schoolColumn,
		);
	}

	/** Whether the file has a column of school IDs. */
	get hasSchools(): boolean {
		return this.#schoolColumn >= 0;
	}

	/** @param from the first record of the block to count: 1 where the block holds the header. */
	count(block: CheckedBlock, from: 0 | 1): BlockCounts {
		let counts = this.#counts.get(block);
		if (!counts) {
			counts = this.#read(block, from);
			this.#counts.set(block, counts);
		}
		return counts;
	}

	#read({ block, keys: keysOfCheck }: CheckedBlock, from: number): BlockCounts {
		const { text, starts } = block;
		const { coded, ids } = this;
		const fields = this.#fields;
		const size = this.#keyColumn < 0 ? 0 : Math.max(0, starts.length - from);
		const keys = new Int32Array(size);
		const otherKeys = new Int32Array(size);
		const schools = new Uint16Array(size);
		const slots = new Uint16Array(size * coded.length);
		const widths = new Uint8Array(size * ids.length);
		const schoolIndexes = new Map<string, number>();
		let rows = 0;
		let unread = 0;
		for (let index = from; index < from + size; index++) {
			block.readRecord(index, fields);
			const hash = keysOfCheck[index] as number;
			if (hash === NO_KEY) {
				if (!isBlankRecord({ text, start: starts[index] as number, fields })) unread++;
				continue;
			}
			const key = this.#value(text, this.#keyColumn);
			keys[rows] = hash;
			otherKeys[rows] = otherHashOf(key, 0, key.length);
			schools[rows] = indexIn(schoolIndexes, this.hasSchools ? this.#value(text, this.#schoolColumn) : '');
			for (let at = 0; at < coded.length; at++) slots[rows * coded.length + at] = this.#slot(text, at);
			for (let at = 0; at < ids.length; at++) {
				widths[rows * ids.length + at] = widthOf(this.#value(text, (ids[at] as Column).index));
			}
			rows++;
		}
		return { rows, unread, keys, otherKeys, schools, schoolIds: [...schoolIndexes.keys()], slots, widths };
	}

	#value(text: string, column: number): string {
		return valueIn(text, this.#fields, column);
	}

	#slot(text: string, at: number): number {
		const value = this.#value(text, (this.coded[at] as CodedColumn).column);
		return value === '' ? EMPTY : (this.#slots[at]?.get(value) ?? NOT_A_CODE);
	}
}

function indexIn(indexes: Map<string, number>, name: string): number {
	const index = indexes.get(name);
	if (index !== undefined) return index;
	indexes.set(detached(name), indexes.size);
	return indexes.size - 1;
}

function widthOf(id: string): number {
	if (isNumber(id)) return Math.min(id.length, GUID_WIDTH - 1);
	return isGuid(id) ? GUID_WIDTH : NO_WIDTH;
}

/** Whether an ID is digits only. */
export function isNumber(id: string): boolean {
	return /^\d+$/.test(id);
}

/** Whether an ID is a GUID, such as 7d444840-9dc0-11d1-b245-5ffdce74fad2, in braces or not. */
export function isGuid(id: string): boolean {
	return id.length <= GUID_LENGTH + 2 && GUID.test(id);
}
