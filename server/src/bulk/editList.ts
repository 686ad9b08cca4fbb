import type { OffsetEdit } from '../csv/edits/edit';
import type { ReadRow } from './rowReader';

/** Edits that come in the order of the text; those that meet become one, so that none can be mistaken for another's. */
export class EditList {
	readonly #edits: OffsetEdit[] = [];

	get edits(): readonly OffsetEdit[] {
		return this.#edits;
	}

	push(edit: OffsetEdit): void {
		const last = this.#edits.at(-1);
		if (last?.end !== edit.start) this.#edits.push(edit);
		else
			this.#edits[this.#edits.length - 1] = {
				start: last.start,
				end: edit.end,
				text: last.text + edit.text,
			};
	}
}

/** Deletes some of a file's rows; is told of each row, in the order of the file. */
export class Deletions {
	readonly #edits: OffsetEdit[] = [];

	/** @param keptEnd where the header ends. */
	constructor(private keptEnd: number) {}

	get edits(): readonly OffsetEdit[] {
		return this.#edits;
	}

	keep(row: ReadRow): void {
		this.keptEnd = row.end;
	}

	/** The last row of a file without a last line break takes the break behind the row above along. */
	remove(row: ReadRow): void {
		const isLastWithoutBreak = row.next === row.end;
		let start = isLastWithoutBreak ? this.keptEnd : row.start;
		const last = this.#edits.at(-1);
		if (last && last.end === row.start) {
			this.#edits.pop();
			start = isLastWithoutBreak ? this.keptEnd : last.start;
		}
		this.#edits.push({ start, end: row.next, text: '' });
	}
}
