import { trimUnseen } from '../characters';
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
	/** The column's name in the table; for a column that the table does not have, its header as `normalizeColumn` returns it. */
	readonly name: string;
	/** The 0-based index of the column that counts among those of the same name; undefined if this one does. */
	readonly duplicateOf: number | undefined;
}

/**
 * Which column of a file is which column of the table. Of columns with the same name, the first counts that is spelled
 * exactly as in the table, or the first where none is.
 */
export class Layout {
	readonly columns: readonly Column[];
	/** The 0-based index of the primary key; -1 where the file has none. */
	readonly keyIndex: number;
	readonly #indexes = new Map<string, number>();

	constructor(
		readonly table: Table,
		headers: readonly string[],
	) {
		const named = headers.map((header, index) => {
			const element = findElement(table, header);
			return { index, header, element, name: element?.column ?? normalizeColumn(header) };
		});
		for (const { index, header, element, name } of named) {
			const counting = this.#indexes.get(name);
			const isExact = header === element?.column;
			if (name === '' || (counting !== undefined && (!isExact || headers[counting] === header))) continue;
			this.#indexes.set(name, index);
		}
		this.keyIndex = this.indexOf(table.primaryKey);
		this.columns = named.map((column) => {
			const counting = this.#indexes.get(column.name);
			return { ...column, duplicateOf: counting === column.index ? undefined : counting };
		});
	}

	/**
	 * The 0-based index of a column, by its name in the table or, for a column that the table does not have, by its
	 * normalized name; -1 where the file has no such column.
	 */
	indexOf(column: string): number {
		return this.#indexes.get(column) ?? -1;
	}

	/** Those of the columns that the file does not have. */
	missing(columns: readonly string[]): readonly string[] {
		return columns.filter((column) => this.indexOf(column) < 0);
	}

	/** The name of a column for people: that of the table, else the header, else its number from 1. */
	nameOf(index: number): string {
		const column = this.columns[index];
		return column?.element?.column ?? (shown(trimUnseen(column?.header ?? '')) || `column ${index + 1}`);
	}
}
