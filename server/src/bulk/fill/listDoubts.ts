import { type ListRow, listValue } from './list';
import type { ListChoice, UnreadableRow } from './listTypes';
import { linesBelow, textsIn } from './possibleIds';
import type { StudentIds } from './studentIds';

/** The students of whom a list may say something in a row that cannot be read: what is certain of them is not known. */
export class ListDoubts {
	/** Rows that cannot be read. */
	count = 0;
	/** The first of them. */
	readonly rows: UnreadableRow[] = [];
	/** The keys of the students who may be in these rows. */
	readonly students = new Set<string>();

	/** @param ids of our students, by the column that the choice names. */
	constructor(
		private readonly ids: StudentIds,
		private readonly choice: Pick<ListChoice, 'ids' | 'mindZeros'>,
		private readonly maxListed: number,
	) {}

	/** Adds a row that cannot be read; `why` is a sentence for people. */
	add(row: ListRow, why: string): void {
		this.count++;
		if (this.rows.length < this.maxListed) {
			this.rows.push({ row: row.row, id: listValue(row, this.choice.ids.column), why });
		}
		for (const student of this.#owners(textsIn(row.record))) this.students.add(student);
	}

	/** Whether a value has an ID of our students below its first line, where a quote may have swallowed rows. */
	hasRows({ record }: ListRow): boolean {
		const lines = record.flatMap(linesBelow);
		return lines.length > 0 && this.#owners(textsIn(lines)).length > 0;
	}

	#owners(texts: readonly string[]): readonly string[] {
		return texts.flatMap((text) => [...this.ids.owners(text, this.choice.mindZeros)]);
	}
}
