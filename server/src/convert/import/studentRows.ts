import { type Target, valuesOf } from './targets';

/** Two rows of one student that say different things; the first was taken. */
export interface ImportConflict {
	/** As a spreadsheet counts, from 1. */
	readonly rows: readonly [number, number];
	readonly column: string;
	/** As they stand in the new file and would stand there. */
	readonly values: readonly [string, string];
}

/** The rows of students_ext.csv: one for each student, in the order in which they first stand. */
export class StudentRows {
	/** The first `MOST_CONFLICTS` of them. */
	readonly conflicts: ImportConflict[] = [];
	conflictCount = 0;
	/** Rows that name no student, and so cannot be in students_ext.csv. */
	readonly rowsWithoutId: number[] = [];
	readonly #students = new Map<string, { readonly values: string[]; readonly rows: number[] }>();

	/** @param targets the first of them is the student's id. */
	constructor(private readonly targets: readonly Target[]) {}

	add(record: readonly string[], row: number): void {
		const [field = '', ...others] = valuesOf(this.targets, record);
		// An id with blanks around it is the same student.
		const id = field.trim();
		if (id === '') {
			this.rowsWithoutId.push(row);
			return;
		}
		const student = this.#students.get(id);
		if (student) this.#merge(student, [id, ...others], row);
		else this.#students.set(id, { values: [id, ...others], rows: [row] });
	}

	rows(): readonly (readonly string[])[] {
		return Array.from(this.#students.values(), ({ values }) => values);
	}

	/** The first value of a student stands, and a later one fills what was empty. */
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
			if (this.conflicts.length >= MOST_CONFLICTS) continue;
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
export const MOST_CONFLICTS = 1000;
