import { visibleText } from '../characters';
import { ActiveRules } from '../check/activeRules';
import { idColumns } from '../check/dataset/studentIds';
import { isBlankRecord } from '../csv/blankRecord';
import type { Block } from '../csv/block';
import type { CsvDocument } from '../csv/document';
import type { OffsetEdit } from '../csv/edits/edit';
import { setField } from '../csv/edits/setField';
import { valueIn } from '../csv/quote';
import { FAULTY, Fields, MULTILINE, UNCLOSED } from '../csv/scan';
import { rowsInValue } from '../rules/csv/rowsInValue';
import type { Layout } from '../rules/layout';
import { NoStudentFilter } from '../rules/record/noStudent';
import type { StructureRule } from '../rules/rule';
import type { RecordView } from '../rules/views';
import { defaultSettings } from '../settings';
import type { Steps } from '../work/steps';

/** A file as whole-file commands read it: its text, and which column is which. */
export interface TableFile {
	readonly document: CsvDocument;
	readonly layout: Layout;
	/** The rules that are on; the defaults where it is missing. */
	readonly active?: ActiveRules;
}

/** Rows per step. */
const STEP = 64;

/**
 * A row below the header. The same object moves from row to row, so a caller must copy what it wants to keep. Offsets
 * are UTF-16 units from the start of the document.
 */
export class ReadRow {
	/** 0-based; the header is record 0. */
	record = 0;
	/** Where the next row starts, after the line break. */
	next = 0;
	readonly fields = new Fields();
	#text = '';
	#offset = 0;
	#start = 0;
	readonly #layout: Layout;
	readonly #active: ActiveRules;
	readonly #noStudentRules: readonly StructureRule[];
	readonly #noStudents: NoStudentFilter;

	constructor(private readonly file: TableFile) {
		this.#layout = file.layout;
		this.#active = file.active ?? new ActiveRules(defaultSettings);
		this.#noStudentRules = this.#active.noStudentRules();
		this.#noStudents = new NoStudentFilter(file.layout);
	}

	/** Moves to record `index` of a block that starts at `offset`; `record` is its number in the document. */
	read(record: number, block: Block, index: number, offset: number): void {
		this.next = offset + block.readRecord(index, this.fields);
		this.record = record;
		this.#text = block.text;
		this.#start = block.starts[index] as number;
		this.#offset = offset;
	}

	/** Whether it holds nothing but commas, quotes and white space. */
	get isBlank(): boolean {
		// The first character alone decides for nearly every row.
		const first = this.#text.charCodeAt(this.#start);
		if (first > 44 && first < 127) return false;
		return isBlankRecord({ text: this.#text, start: this.#start, fields: this.fields });
	}

	/** Whether every value is certain to be in its own column: no fault, and as many fields as the header. */
	get isReadable(): boolean {
		const { count, allFlags } = this.fields;
		return count === this.#layout.columns.length && !(allFlags & FAULTY);
	}

	/** Whether it opens a quote that is never closed. */
	get isUnclosed(): boolean {
		return (this.fields.allFlags & UNCLOSED) !== 0;
	}

	/** Whether a rule says that it is no student, but a header, a line of dashes or a total. */
	get isNoStudent(): boolean {
		if (!this.#noStudents.mayBe(this.#text, this.#start, this.fields)) return false;
		return this.#noStudentRules.some((rule) => {
			let isFound = false;
			this.#active.guard(rule, () =>
				rule.checkStructure(this.#view, () => {
					isFound = true;
				}),
			);
			return isFound;
		});
	}

	/** Whether a value of several lines holds rows, whose students are lost. */
	get hasSwallowedRows(): boolean {
		const { allFlags, flags, count } = this.fields;
		if (!(allFlags & MULTILINE)) return false;
		for (let column = 0; column < count; column++) {
			const ofField = flags[column] as number;
			if (ofField & MULTILINE && !(ofField & FAULTY) && rowsInValue(this.#view, column)) return true;
		}
		return false;
	}

	/** The value in a 0-based column; empty if the row is shorter. */
	at(column: number): string {
		return column < this.fields.count ? valueIn(this.#text, this.fields, column) : '';
	}

	/** The student's ID as people see it. */
	get id(): string {
		return visibleText(this.at(this.#layout.keyIndex));
	}

	/** Every ID that the row's student may have: more than one where the row cannot be read. */
	get possibleIds(): readonly string[] {
		if (this.isReadable) return this.id === '' ? [] : [this.id];
		const ids = idColumns(this.#layout, this.fields.count).map((column) => visibleText(this.at(column)));
		return ids.filter((id) => id !== '');
	}

	/** Where the first field starts. */
	get start(): number {
		return this.#offset + this.#start;
	}

	/** Where the last field ends. */
	get end(): number {
		return this.#offset + this.fields.end;
	}

	/** Where a field lies, by its 0-based column; its quotes are included. */
	span(column: number): { readonly start: number; readonly end: number } {
		return {
			start: this.#offset + (this.fields.starts[column] as number),
			end: this.#offset + (this.fields.ends[column] as number),
		};
	}

	/** The edit that puts a value into a field, quoted only if it must be or was before. */
	set(column: number, value: string): OffsetEdit {
		return setField({ ...this.span(column), flags: this.fields.flags[column] as number }, value);
	}

	/** The row for rules. Without an open quote, none of them looks further ahead than its block. */
	get #view(): RecordView {
		const text = this.#text;
		const start = this.#start;
		return {
			text,
			start,
			fields: this.fields,
			layout: this.#layout,
			reader: this.file.document.reader,
			ahead: () => text.slice(start),
		};
	}
}

/** Calls `visit` for each row below the header, in the order of the file. */
export function* eachRow(file: TableFile, visit: (row: ReadRow) => void): Steps<void> {
	const { document } = file;
	const row = new ReadRow(file);
	for (let index = 0; index < document.blocks.length || document.readMore(); index++) {
		const block = document.blocks[index];
		if (!block) break;
		const offset = document.firstOffsetOf(index);
		const first = document.firstRecordOf(index);
		for (let inBlock = index === 0 ? 1 : 0; inBlock < block.records; inBlock++) {
			row.read(first + inBlock, block, inBlock, offset);
			visit(row);
			if (inBlock % STEP === 0) yield row.end / document.length;
		}
	}
}
