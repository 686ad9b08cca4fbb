import { isUnseen, trimUnseen } from '../../characters';
import { MAX_QUOTED_LINES } from '../../csv/scan';
import { findElement, isPrimaryKey, students, studentsExt } from '../../spec';

/** Collects the student IDs of a roster, record by record. A problem is in sentences for people, without any value. */
export class RosterIds {
	/** Every Student_id once, without outer spaces, in the order of the first rows. */
	readonly ids = new Set<string>();

	/** 0-based column of the Student_id; undefined before the header is read. */
	#column: number | undefined;
	/** Columns of the header. */
	#width = 0;
	/** Whether a column before the ID takes any text, so that an unquoted comma in it would move the ID. */
	#canMove = false;
	#rows = 0;

	/**
	 * Adds a record, the header first. Returns a problem where the roster cannot be used; no more may be added then.
	 *
	 * @param row 1-based, as a spreadsheet counts.
	 */
	add(record: readonly string[], row: number): string | undefined {
		return this.#column === undefined ? this.#readHeader(record) : this.#readRow(record, this.#column, row);
	}

	/** The problem of a row (1-based) that opens a quote which is not closed in time. */
	unclosed({ row, isClosedLater }: { readonly row: number; readonly isClosedLater: boolean }): string {
		const what = isClosedLater ? `not closed within ${MAX_QUOTED_LINES} lines` : 'never closed';
		return `Row ${row} of ${students.fileName} opens a quote that is ${what}. Close it first.`;
	}

	/** The problem of a roster that was read to its end and names no student; undefined if it does. */
	missing(): string | undefined {
		if (this.#column === undefined) return 'The file is empty.';
		if (this.ids.size > 0) return undefined;
		return this.#rows === 0
			? `${students.fileName} has no rows below its header.`
			: `No row of ${students.fileName} has a ${students.primaryKey}.`;
	}

	#readHeader(header: readonly string[]): string | undefined {
		const exact = header.indexOf(students.primaryKey);
		const column = exact >= 0 ? exact : header.findIndex((name) => isPrimaryKey(students, name));
		this.#column = column;
		this.#width = header.length;
		this.#canMove = header.slice(0, Math.max(0, column)).some((name) => {
			const element = findElement(students, name);
			return element === undefined || element.kind === 'text';
		});
		if (column >= 0) return undefined;
		if (header.some((name) => isPrimaryKey(studentsExt, name))) {
			return `This is ${studentsExt.fileName}, since it has a ${studentsExt.primaryKey} column. Choose ${students.fileName}.`;
		}
		if (header.some((name) => findElement(students, name))) {
			return `${students.fileName} has no ${students.primaryKey} column, so its students are not known. Add the column first.`;
		}
		return `This is not ${students.fileName}: its first row has none of the column names. Choose another file.`;
	}

	#readRow(record: readonly string[], column: number, row: number): string | undefined {
		this.#rows++;
		// Spreadsheets write empty fields after the last column, so these are harmless.
		if (this.#canMove && record.slice(this.#width).some((value) => !isUnseen(value))) {
			return `Row ${row} of ${students.fileName} has ${record.length} values, but the header has ${this.#width} columns, so its ${students.primaryKey} may be in the wrong one. Fix that row first.`;
		}
		// An ID with outer spaces belongs to the same student, and has a finding of its own.
		const id = trimUnseen(record[column] ?? '');
		if (id) this.ids.add(id);
		return undefined;
	}
}
