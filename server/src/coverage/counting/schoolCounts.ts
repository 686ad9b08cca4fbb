/** More schools than any district has (New York City has some 1,900): a column with more names holds something else. */
const MAX_SCHOOLS = 2500;

/** Numbers the schools of a district from 0 in the order of their first rows, and records which student is where. */
export class SchoolCounts {
	readonly #indexes = new Map<string, number>();
	readonly #students: number[] = [];
	readonly #schoolOf: Uint16Array;

	/** @param most the largest possible number of students. */
	constructor(most: number) {
		this.#schoolOf = new Uint16Array(most);
	}

	/** Returns the number of a school. Schools past the limit all get the same number. */
	indexOf(id: string): number {
		const number = this.#indexes.get(id);
		if (number !== undefined) return number;
		const index = Math.min(this.#indexes.size, MAX_SCHOOLS);
		if (index < MAX_SCHOOLS) this.#indexes.set(id, index);
		this.#students[index] ??= 0;
		return index;
	}

	/** Records the school of a student, both by number. Each student may be put once. */
	put(student: number, school: number): void {
		this.#schoolOf[student] = school;
		this.#students[school] = (this.#students[school] as number) + 1;
	}

	/** The number of a student's school. */
	of(student: number): number {
		return this.#schoolOf[student] as number;
	}

	/** The schools in the order of their numbers; the one without an ID stands for those past the limit. */
	get list(): { readonly id: string | undefined; readonly students: number }[] {
		const ids = [...this.#indexes.keys()];
		return this.#students.map((students, index) => ({ id: ids[index], students }));
	}
}
