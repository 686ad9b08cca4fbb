import type { OffsetEdit } from '../csv/edits/edit';
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

/** Makes the edits that delete some of a file's rows. Must be given every row, in the order of the file. */
export class Deletions {
	readonly #edits: OffsetEdit[] = [];
	#keptEnd: number;

	/** @param headerEnd the offset at which the header's last field ends. */
	constructor(headerEnd: number) {
		this.#keptEnd = headerEnd;
	}

	/** Ascending and apart. */
	get edits(): readonly OffsetEdit[] {
		return this.#edits;
	}

	/** Leaves a row unchanged. */
	keep(row: ReadRow): void {
		this.#keptEnd = row.end;
	}

	/** Deletes a row. The last row of a file without a final line break also takes the line break before it. */
	remove(row: ReadRow): void {
		const isLastWithoutBreak = row.next === row.end;
		let start = isLastWithoutBreak ? this.#keptEnd : row.start;
		const last = this.#edits.at(-1);
		if (last && last.end === row.start) {
			this.#edits.pop();
			start = isLastWithoutBreak ? this.#keptEnd : last.start;
		}
		this.#edits.push({ start, end: row.next, text: '' });
	}
}
