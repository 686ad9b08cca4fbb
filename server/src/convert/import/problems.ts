import { countOf } from '../../wording';

/** What a person must look at in an export or in the files made of it. */
export interface ExportProblem {
	/** 1-based, as a spreadsheet shows the export; null for what concerns no single row. */
	readonly row: number | null;
	/** A sentence or two for people. It holds names of columns and values of columns with codes, and no other value. */
	readonly message: string;
}

/** How many problems are listed; all are counted. */
const MAX_LISTED = 10_000;

/** The problems of an import, in the order of their rows. */
export class ImportProblems {
	readonly #listed: ExportProblem[] = [];
	#count = 0;

	add(row: number | null, message: string): void {
		this.#count++;
		if (this.#listed.length < MAX_LISTED) this.#listed.push({ row, message });
	}

	/** The first problems, and how many more there are. */
	all(): readonly ExportProblem[] {
		const hidden = this.#count - this.#listed.length;
		if (hidden === 0) return this.#listed;
		const message = `${countOf(hidden, 'more problem is', 'more problems are')} not listed. Fix these in the export first, then import it again.`;
		return [...this.#listed, { row: null, message }];
	}
}
