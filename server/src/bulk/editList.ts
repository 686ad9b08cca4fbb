import type { CsvDocument } from '../csv/document';
import type { OffsetEdit } from '../csv/edits/edit';
import { removalOfRecords } from '../csv/edits/removeRecords';
import type { ReadRow } from './rowReader';

/** Collects edits in the order of the text. Edits that touch become one, since an editor could apply them in any order. */
export class EditList {
	readonly #edits: OffsetEdit[] = [];

	/** Ascending and apart. */
	get edits(): readonly OffsetEdit[] {
		return this.#edits;
	}

	/** Adds an edit that starts at or after the end of the last one. */
	push(edit: OffsetEdit): void {
		const last = this.#edits.at(-1);
		if (last?.end === edit.start) {
			this.#edits.pop();
			this.#edits.push({ start: last.start, end: edit.end, text: last.text + edit.text });
		} else {
			this.#edits.push(edit);
		}
	}
}

/** Makes the edits that delete some of a file's rows, given in the order of the file. */
export class Deletions {
	readonly #edits: OffsetEdit[] = [];
	/** The neighboring rows that are deleted last, by their 0-based numbers. */
	#run: { readonly first: number; last: number } | undefined;

	constructor(private readonly document: CsvDocument) {}

	/** Deletes a row. */
	remove({ record }: ReadRow): void {
		if (this.#run?.last === record - 1) this.#run.last = record;
		else {
			this.#endRun();
			this.#run = { first: record, last: record };
		}
	}

	/** The edits of all rows: ascending and apart. */
	end(): readonly OffsetEdit[] {
		this.#endRun();
		return this.#edits;
	}

	#endRun(): void {
		if (this.#run) this.#edits.push(removalOfRecords(this.document, this.#run.first, this.#run.last));
		this.#run = undefined;
	}
}
