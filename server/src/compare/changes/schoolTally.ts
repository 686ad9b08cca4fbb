import type { SchoolChanges } from './changesTypes';
import type { ReadSide } from './readSide';

type Counted = { -readonly [Key in keyof SchoolChanges]: SchoolChanges[Key] };

/** The schools of both sides, each once, with their differences. */
export class SchoolTally {
	readonly #list: Counted[] = [];
	readonly #byId = new Map<string, number>();
	/** For each side the index in the list by the number of the School_id. */
	readonly #before: readonly number[];
	readonly #after: readonly number[];

	constructor(
		private readonly before: ReadSide,
		private readonly after: ReadSide,
	) {
		this.#before = before.schools?.values.map((id) => this.#indexOf(id)) ?? [];
		this.#after = after.schools?.values.map((id) => this.#indexOf(id)) ?? [];
	}

	/** The schools with students on either side, in the order in which they were met. */
	get list(): readonly SchoolChanges[] {
		return this.#list.filter(({ before, after }) => before + after > 0);
	}

	/** The schools of all rows: with the students of either side who have any row there. */
	get everywhere(): readonly Pick<SchoolChanges, 'id' | 'before' | 'after'>[] {
		const all = new Map(this.list.map(({ id, before, after }) => [id, { id, before, after }]));
		for (const [key, { laterSchools }] of [
			['before', this.before],
			['after', this.after],
		] as const) {
			for (const [id, students] of laterSchools) {
				const school = all.get(id) ?? { id, before: 0, after: 0 };
				school[key] += students.size;
				all.set(id, school);
			}
		}
		return [...all.values()];
	}

	/** Whether both sides say who is at which school. */
	get areCompared(): boolean {
		return this.before.schools !== undefined && this.after.schools !== undefined;
	}

	/** Adds to a count of the school where a student of the old side was. */
	countBefore(student: number, key: 'before' | 'gone'): void {
		this.#add(this.#before[this.before.schools?.of(student) ?? -1], key);
	}

	/** Adds to a count of the school where a student of the new side is. */
	countAfter(student: number, key: Exclude<keyof SchoolChanges, 'id' | 'before' | 'gone'>): void {
		this.#add(this.#after[this.after.schools?.of(student) ?? -1], key);
	}

	/** The School_id of a student on the new side; '' where the side has none. */
	idAfter(student: number): string {
		return this.after.schools?.valueOf(student) ?? '';
	}

	#add(index: number | undefined, key: Exclude<keyof SchoolChanges, 'id'>): void {
		const school = index === undefined ? undefined : this.#list[index];
		if (school) school[key]++;
	}

	#indexOf(id: string): number {
		const known = this.#byId.get(id);
		if (known !== undefined) return known;
		this.#byId.set(id, this.#list.length);
		this.#list.push({ id, before: 0, after: 0, added: 0, gone: 0, changed: 0, emptied: 0, filled: 0 });
		return this.#list.length - 1;
	}
}
