import type { Block } from '../../csv/block';
import { detached } from '../../csv/detachedText';
import { valueIn } from '../../csv/quote';
import { FAULTY, Fields } from '../../csv/scan';
import { hashOf, otherHashOf } from '../../hash/textHash';
import type { Column, Layout } from '../../rules/layout';
import type { Element, OptionSet } from '../../spec';

/** What a student's value in a column of codes is counted as: empty, no code, or `FIRST_CODE` + the code's place. */
export const EMPTY = 0;
export const NOT_A_CODE = 1;
export const FIRST_CODE = 2;

/** The width of an id that is no number, or none at all. */
export const NO_WIDTH = 0;

/** A column of codes of the file at hand. */
export interface CodedColumn {
	readonly element: Element & { readonly optionSet: OptionSet };
	/** 0-based. */
	readonly column: number;
}

/** The rows of a block as numbers, those that cannot be read left out: nothing of a person but two hashes of the id. */
export interface BlockCounts {
	readonly rows: number;
	/** Rows that cannot be read, or that name no student; blank ones apart. */
	readonly unread: number;
	/** Two hashes of each row's key, which tell students apart. */
	readonly keys: Int32Array;
	readonly otherKeys: Int32Array;
	/** For each row its school, as an index into `schoolIds`. */
	readonly schools: Uint16Array;
	readonly schoolIds: readonly string[];
	/** For each row, and in it for each column of codes, what the value is counted as. */
	readonly slots: Uint16Array;
	/** For each row, and in it for each column of ids, how many digits the id has. */
	readonly widths: Uint8Array;
}

/** Reads blocks of one layout, each once: a block never changes. */
export class BlockCounter {
	readonly coded: readonly CodedColumn[];
	/** The columns whose ids may have lost leading zeros. */
	readonly ids: readonly Column[];
	readonly #codes: readonly ReadonlyMap<string, number>[];
	readonly #keyColumn: number;
	readonly #schoolColumn: number;
	readonly #known = new WeakMap<Block, BlockCounts>();
	readonly #fields = new Fields();

	constructor(private readonly layout: Layout) {
		const { columns, table } = layout;
		this.coded = columns.flatMap(({ element, index, duplicateOf }) =>
			element?.optionSet && duplicateOf === undefined
				? [{ element: { ...element, optionSet: element.optionSet }, column: index }]
				: [],
		);
		this.#codes = this.coded.map(
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

	/** Whether the file says which student is at which school. */
	get hasSchools(): boolean {
		return this.#schoolColumn >= 0;
	}

	/** @param from the first record to read: 1 where the block holds the header. */
	count(block: Block, from: 0 | 1): BlockCounts {
		const known = this.#known.get(block);
		if (known) return known;
		const counts = this.#read(block, from);
		this.#known.set(block, counts);
		return counts;
	}

	#read(block: Block, from: number): BlockCounts {
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
			const key = this.#isSound() ? this.#value(text, this.#keyColumn) : '';
			if (key === '') {
				if (text.slice(starts[index], fields.end).trim() !== '') unread++;
				continue;
			}
			keys[rows] = hashOf(key, 0, key.length);
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

	/** A row with a fault may hold a name where another has a code or a school: it is not read at all. */
	#isSound(): boolean {
		const { count, allFlags } = this.#fields;
		return count === this.layout.columns.length && !(allFlags & FAULTY);
	}

	#value(text: string, column: number): string {
		return valueIn(text, this.#fields, column);
	}

	#slot(text: string, at: number): number {
		const value = this.#value(text, (this.coded[at] as CodedColumn).column);
		return value === '' ? EMPTY : (this.#codes[at]?.get(value) ?? NOT_A_CODE);
	}
}

function indexIn(indexes: Map<string, number>, name: string): number {
	const known = indexes.get(name);
	if (known !== undefined) return known;
	indexes.set(detached(name), indexes.size);
	return indexes.size - 1;
}

function widthOf(id: string): number {
	return /^\d+$/.test(id) ? Math.min(id.length, 255) : NO_WIDTH;
}
