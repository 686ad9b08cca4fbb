import type { Checker } from '../check/live/checker';
import type { Block } from '../csv/block';
import { valueIn } from '../csv/quote';
import { FAULTY, Fields } from '../csv/scan';
import type { Layout } from '../rules/layout';
import { isSecretColumn } from '../rules/secretColumn';

/** Records per step of work that reads them. */
export const RECORDS_PER_STEP = 64;

/** A record as the grid sees it. The same object moves from record to record, so copy what must stay. */
export class GridRecord {
	/** 0-based; the header is record 0. */
	record = -1;
	readonly fields = new Fields();
	#block: Block | undefined;
	#firstRecord = 0;
	#offset = 0;
	#start = 0;

	constructor(private readonly checker: Checker) {}

	/** Moves to a record; false if the file has no such record. */
	read(record: number): boolean {
		const { document } = this.checker;
		while (record >= document.recordCount && document.readMore());
		if (record < 0 || record >= document.recordCount) return false;
		if (!this.#block || record < this.#firstRecord || record >= this.#firstRecord + this.#block.records) {
			const position = document.blockOfRecord(record);
			this.#block = document.blocks[position] as Block;
			this.#firstRecord = document.firstRecordOf(position);
			this.#offset = document.firstOffsetOf(position);
		}
		const index = record - this.#firstRecord;
		this.#block.readRecord(index, this.fields);
		this.#start = this.#block.starts[index] as number;
		this.record = record;
		return true;
	}

	/** Whether every value is certain to be in its own column. The header always is, and gives the columns. */
	get isReadable(): boolean {
		const { columnsProblem, layout } = this.checker;
		if (columnsProblem !== undefined) return false;
		if (this.record === 0) return true;
		return this.fields.count === layout.columns.length && !(this.fields.allFlags & FAULTY);
	}

	/** The text of the block that holds it; the offsets in `fields` count from its start. */
	get blockText(): string {
		return this.#block?.text ?? '';
	}

	/** Where it starts in `blockText`. */
	get start(): number {
		return this.#start;
	}

	/** Its text, without the line break. */
	get text(): string {
		return this.blockText.slice(this.#start, this.fields.end);
	}

	/** The length of its text without the line break, in UTF-16 units. */
	get length(): number {
		return this.fields.end - this.#start;
	}

	/** The unquoted value of a 0-based column; empty if it has no such field. */
	at(column: number): string {
		return column < this.fields.count ? valueIn(this.blockText, this.fields, column) : '';
	}

	/** Where a field lies in the document with its quotes, in UTF-16 units; all of the record where it has no such field. */
	span(column: number): { readonly start: number; readonly end: number } {
		const { starts, ends, count, end } = this.fields;
		const isField = this.isReadable && column >= 0 && column < count;
		return {
			start: this.#offset + (isField ? (starts[column] as number) : this.#start),
			end: this.#offset + (isField ? (ends[column] as number) : end),
		};
	}
}

const secretByLayout = new WeakMap<Layout, ReadonlySet<number>>();

/** The columns that may hold passwords, 0-based. */
export function secretColumns({ layout }: Checker): ReadonlySet<number> {
	const known = secretByLayout.get(layout);
	if (known) return known;
	const secret = new Set(layout.columns.filter(isSecretColumn).map(({ index }) => index));
	secretByLayout.set(layout, secret);
	return secret;
}
