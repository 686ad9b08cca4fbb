import { type Element, findElement, normalizeColumn, type Table } from '../spec';
import { shown } from '../wording';

/** One column of the file at hand. */
export interface Column {
	/** 0-based. */
	readonly index: number;
	/** The header as it stands in the file. */
	readonly header: string;
	readonly element: Element | undefined;
	/** The index of an earlier column that says the same. */
	readonly duplicateOf: number | undefined;
}

/** Which column of the file is which column of the table. */
export class Layout {
	readonly columns: readonly Column[];
	readonly #indexes = new Map<string, number>();

	constructor(
		readonly table: Table,
		headers: readonly string[],
	) {
		const seen = new Map<string, number>();
		this.columns = headers.map((header, index) => {
			const element = findElement(table, header);
			const name = normalizeColumn(header);
			const duplicateOf = name === '' ? undefined : seen.get(name);
			if (duplicateOf === undefined) {
				seen.set(name, index);
				this.#indexes.set(element?.column ?? name, index);
			}
			return { index, header, element, duplicateOf };
		});
	}

	/** The 0-based place of a column by its name in the table, or normalized where the table has no such column; -1 where the file has none. */
	indexOf(column: string): number {
		return this.#indexes.get(column) ?? -1;
	}

	get keyIndex(): number {
		return this.indexOf(this.table.primaryKey);
	}

	/** The table's columns that the file lacks, among those named. */
	missing(columns: readonly string[]): readonly string[] {
		return columns.filter((column) => this.indexOf(column) < 0);
	}

	/** How a column is called to people. */
	nameOf(index: number): string {
		const column = this.columns[index];
		return column?.element?.column ?? (shown(column?.header.trim() ?? '') || `column ${index + 1}`);
	}
}
