import { idColumns } from '../check/dataset/studentIds';
import { setField } from '../check/fixes/fixEdits';
import { isBlankRecord } from '../csv/blankRecord';
import type { Block } from '../csv/block';
import type { CsvDocument } from '../csv/document';
import type { OffsetEdit } from '../csv/edits/edit';
import { valueIn } from '../csv/quote';
import { FAULTY, Fields, UNCLOSED } from '../csv/scan';
import type { Layout } from '../rules/layout';

/** A file as whole-file commands read it. */
export interface TableFile {
	readonly document: CsvDocument;
	readonly layout: Layout;
}

/** Work in small steps; each says how much is done, from 0 to 1. */
export type Steps<T> = Generator<number, T>;

/** The part of the work that a walk through a file is. */
export type ProgressRange = readonly [from: number, to: number];

const ALL: ProgressRange = [0, 1];

/** Rows of a step. */
const STEP = 64;

/** A row below the header. The same object goes from row to row: who wants to keep something copies it. */
export class ReadRow {
	/** 0-based; the header is record 0. */
	record = 0;
	/** Behind its line break; an offset into the document. */
	next = 0;
	readonly fields = new Fields();
	#text = '';
	#offset = 0;
	#start = 0;

	constructor(private readonly layout: Layout) {}

	/** Moves to record `index` of a block that starts at `offset`; `record` is its number in the document. */
	read(record: number, block: Block, index: number, offset: number): void {
		this.next = offset + block.readRecord(index, this.fields);
		this.record = record;
		this.#text = block.text;
		this.#start = block.starts[index] as number;
		this.#offset = offset;
	}

	/** Whether nothing but commas, quotes and blanks stand in it. */
	get isBlank(): boolean {
		// One look tells of nearly every row that it is not.
		const first = this.#text.charCodeAt(this.#start);
		if (first > 44 && first < 127) return false;
		return isBlankRecord({ text: this.#text, start: this.#start, fields: this.fields });
	}

	/** Whether each of its values surely stands in the column that it belongs to. */
	get isSound(): boolean {
		const { count, allFlags } = this.fields;
		return count === this.layout.columns.length && !(allFlags & FAULTY);
	}

	/** Whether it opens a quote that nothing closes. */
	get isUnclosed(): boolean {
		return (this.fields.allFlags & UNCLOSED) !== 0;
	}

	/** The value in a 0-based column; empty where the row is shorter. */
	at(column: number): string {
		return column < this.fields.count ? valueIn(this.#text, this.fields, column) : '';
	}

	/** The student's id without blanks around it. */
	get id(): string {
		return this.at(this.layout.keyIndex).trim();
	}

	/** The ids of students whose row it may be: its own, and where it cannot be read all that may be its own. */
	get possibleIds(): readonly string[] {
		if (this.isSound) return this.id === '' ? [] : [this.id];
		const ids = idColumns(this.layout, this.fields.count).map((column) => this.at(column).trim());
		return ids.filter((id) => id !== '');
	}

	/** Where its first field starts and its last one ends; offsets into the document. */
	get start(): number {
		return this.#offset + this.#start;
	}

	get end(): number {
		return this.#offset + this.fields.end;
	}

	/** Where a field lies in the document. */
	span(column: number): { readonly start: number; readonly end: number } {
		return {
			start: this.#offset + (this.fields.starts[column] as number),
			end: this.#offset + (this.fields.ends[column] as number),
		};
	}

	/** Puts a value into a field: quoted only where it must be or was. */
	set(column: number, value: string): OffsetEdit {
		return setField({ ...this.span(column), flags: this.fields.flags[column] as number }, value);
	}
}

/** Shows each row below the header, in the order of the file. */
export function* eachRow(
	{ document, layout }: TableFile,
	visit: (row: ReadRow) => void,
	[from, to]: ProgressRange = ALL,
): Steps<void> {
	const row = new ReadRow(layout);
	for (let index = 0; index < document.blocks.length || document.readMore(); index++) {
		const block = document.blocks[index];
		if (!block) break;
		const offset = document.firstOffsetOf(index);
		const first = document.firstRecordOf(index);
		for (let inBlock = index === 0 ? 1 : 0; inBlock < block.records; inBlock++) {
			row.read(first + inBlock, block, inBlock, offset);
			visit(row);
			if (inBlock % STEP === 0) yield from + ((to - from) * row.end) / document.length;
		}
	}
}
