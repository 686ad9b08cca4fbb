import { MAX_QUOTED_LINES } from '../../csv/scan';
import { findElement, normalizeColumn, students, studentsExt } from '../../spec';
import { isUnclosed, type ReadRecord } from '../csvStream';

/** The students of a roster, gathered record by record. */
export class RosterIds {
	/** Every Student_id once, in the order in which they first stand. */
	readonly ids = new Set<string>();
	/** Why this cannot be used, in a sentence; once set, nothing more is read. */
	problem: string | undefined;

	#column: number | undefined;
	/** How many columns the header has. */
	#width = 0;
	/** Whether an unquoted comma can stand in a value in front of the id. */
	#canShift = false;
	#rows = 0;

	add({ record, info }: ReadRecord): void {
		if (this.problem) return;
		const row = info.records + info.empty_lines;
		if (isUnclosed(record)) {
			this.problem = `Row ${row} of ${students.fileName} opens a quote that is not closed within ${MAX_QUOTED_LINES} lines. Close it first, so that no student is left out.`;
			return;
		}
		if (this.#column === undefined) this.#readHeader(record);
		else this.#readRow(record, this.#column, row);
	}

	/** What stops a roster that was read to its end; undefined where nothing does. */
	missing(): string | undefined {
		if (this.#column === undefined) return 'The file is empty.';
		if (this.ids.size > 0) return undefined;
		return this.#rows === 0
			? `${students.fileName} has no rows below its header.`
			: `No row of ${students.fileName} has a ${students.primaryKey}.`;
	}

	#readHeader(header: readonly string[]): void {
		const key = normalizeColumn(students.primaryKey);
		this.#column = header.findIndex((name) => normalizeColumn(name) === key);
		this.#width = header.length;
		this.#canShift = header.slice(0, Math.max(0, this.#column)).some((name) => {
			const element = findElement(students, name);
			return element === undefined || element.kind === 'text';
		});
		if (this.#column >= 0) return;
		if (header.some((name) => normalizeColumn(name) === normalizeColumn(studentsExt.primaryKey))) {
			this.problem = `This is a ${studentsExt.fileName} (it has the column ${studentsExt.primaryKey}). Choose the roster, ${students.fileName}.`;
		} else if (header.some((name) => findElement(students, name))) {
			this.problem = `The roster has no column ${students.primaryKey}, so its students cannot be told apart.`;
		} else {
			this.problem = `This is not a roster: its first row is not the header of ${students.fileName}.`;
		}
	}

	#readRow(record: readonly string[], column: number, row: number): void {
		this.#rows++;
		// Empty fields too many stand at the end, as spreadsheets write them.
		if (this.#canShift && record.slice(this.#width).some((value) => value.trim() !== '')) {
			this.problem = `Row ${row} of ${students.fileName} has ${record.length} values, and the header has ${this.#width} columns, so its ${students.primaryKey} may stand under another one. Mend that row first, so that no student is left out.`;
			return;
		}
		// An id with blanks around it has a finding of its own, and is the same student.
		const id = record[column]?.trim();
		if (id) this.ids.add(id);
	}
}
