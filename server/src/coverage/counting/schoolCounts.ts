/** More schools than a district has; a column with more names than that holds something else. */
const MOST_SCHOOLS = 1000;

/** The schools of a district, numbered from 0 on as they are met, and who is where. */
export class SchoolCounts {
	readonly #indexes = new Map<string, number>();
	readonly #students: number[] = [];
	readonly #schoolOf: Uint16Array;

	/** @param most how many students there can be. */
	constructor(most: number) {
		this.#schoolOf = new Uint16Array(most);
	}

	/** The number of a school; all that come when there are too many are one. */
	indexOf(id: string): number {
		const known = this.#indexes.get(id);
		if (known !== undefined) return known;
		const index = Math.min(this.#indexes.size, MOST_SCHOOLS);
		if (index < MOST_SCHOOLS) this.#indexes.set(id, index);
		this.#students[index] ??= 0;
		return index;
	}

	put(student: number, school: number): void {
		this.#schoolOf[student] = school;
		this.#students[school] = (this.#students[school] as number) + 1;
	}

	of(student: number): number {
		return this.#schoolOf[student] as number;
	}

	get list(): { readonly id: string | undefined; readonly students: number }[] {
		const ids = [...this.#indexes.keys()];
		return this.#students.map((students, index) => ({ id: ids[index], students }));
	}
}
