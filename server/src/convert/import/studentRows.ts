import { trimUnseen } from '../../characters';
import { type Target, valuesOf } from './targets';

/** Two rows of one student that hold different values in a column; the first value is taken. */
export interface ImportConflict {
	/** 1-based, as a spreadsheet counts: the row of the value that is taken, and the other one. */
	readonly rows: readonly [number, number];
	readonly column: string;
	/** The value in the new file, and the other one, both as codes. */
	readonly values: readonly [string, string];
}

/** Collects the rows of students_ext.csv: one for each student, in the order of the students' first rows. */
export class StudentRows {
	/** The first `MAX_LISTED_CONFLICTS` of them. */
	readonly conflicts: ImportConflict[] = [];
	conflictCount = 0;
	/** Rows without a student ID, 1-based. */
	readonly rowsWithoutId: number[] = [];
	readonly #students = new Map<string, { readonly values: string[]; readonly rows: number[] }>();

	/** @param targets the first one is the student ID. */
	constructor(private readonly targets: readonly Target[]) {}

	/** Adds a row (1-based) of the export. */
	add(record: readonly string[], row: number): void {
		const [field = '', ...others] = valuesOf(this.targets, record);
		// An ID with outer spaces belongs to the same student.
		const id = trimUnseen(field);
		if (id === '') {
			this.rowsWithoutId.push(row);
			return;
		}
		const student = this.#students.get(id);
		if (student) this.#merge(student, [id, ...others], row);
		else this.#students.set(id, { values: [id, ...others], rows: [row] });
	}

	/** One row per student, in the order of the targets. */
	rows(): readonly (readonly string[])[] {
		return Array.from(this.#students.values(), ({ values }) => values);
	}

	/** Keeps a student's first value of each column; a later row fills fields that were empty. */
	#merge(
		student: { readonly values: string[]; readonly rows: number[] },
		values: readonly string[],
		row: number,
	): void {
		for (const [index, value] of values.entries()) {
			const first = student.values[index] ?? '';
			if (value === '' || value === first) continue;
			if (first === '') {
				student.values[index] = value;
				student.rows[index] = row;
				continue;
			}
			this.conflictCount++;
			if (this.conflicts.length >= MAX_LISTED_CONFLICTS) continue;
			const column = this.targets[index]?.column ?? '';
			this.conflicts.push({
				rows: [student.rows[index] ?? student.rows[0] ?? row, row],
				column,
				values: [first, value],
			});
		}
	}
}

/** How many conflicts are listed; all are counted. */
const MAX_LISTED_CONFLICTS = 1000;
