import { type Element, findElement, normalizeColumn, type Table } from '../spec';
import { shown } from '../wording';

/** One column of a file. */
export interface Column {
	/** 0-based. */
	readonly index: number;
	/** The header as it is written in the file. */
	readonly header: string;
	/** The declaration of the column; undefined for a column that the table does not have. */
	readonly element: Element | undefined;
	/** The 0-based index of the first column of the same name; undefined if this is the first one. */
	readonly duplicateOf: number | undefined;
}

/** Which column of a file is which column of the table. Of columns with the same name, the first counts. */
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

	/**
	 * The 0-based index of a column, by its name in the table or, for a column that the table does not have, by its
	 * normalized name; -1 where the file has no such column.
	 */
	indexOf(column: string): number {
		return this.#indexes.get(column) ?? -1;
	}

	/** The 0-based index of the primary key; -1 where the file has none. */
	get keyIndex(): number {
		return this.indexOf(this.table.primaryKey);
	}

	/** Those of the columns that the file does not have. */
	missing(columns: readonly string[]): readonly string[] {
		return columns.filter((column) => this.indexOf(column) < 0);
	}

	/** The name of a column for people: that of the table, else the header, else its number from 1. */
	nameOf(index: number): string {
		const column = this.columns[index];
		return column?.element?.column ?? (shown(column?.header.trim() ?? '') || `column ${index + 1}`);
	}
}
