/** The students of a download, matched with ours: one for each ID, however many rows it has. */

import { joinSpaces, trimUnseen } from '../../characters';
import type { ConversionCallbacks } from '../../convert/csvStream';
import { type Target, targetsOf } from '../../convert/import/targets';
import type { ExportFormat } from '../../convert/read/exportFormat';
import type { ExportSource } from '../../convert/read/exportPart';
import { readExport } from '../../convert/read/readExport';
import { detached } from '../../csv/detachedText';
import { students as roster, type Table } from '../../spec';
import type { ArrivedStudent } from './arrivedTypes';
import { NOBODY, TextNumbers } from './idIndex';
import type { DownloadId } from './matchIds';
import type { OurStudents } from './ourStudents';
import type { TheirColumns } from './theirColumns';
import { TheirValues } from './theirValues';
import { NO_VALUE } from './valueNumbers';

/** A category as the download shows it. */
export interface TheirCategory {
	/** Undefined where no column is certain to show it. */
	readonly values: TheirValues | undefined;
	/** By student of ours, the number of the value; 0 for none. */
	readonly numbers: Uint16Array;
	/** Students of ours whose rows say different things. */
	readonly conflicts: number;
}

/** What a download says of students. */
export interface TheirStudents {
	/** Students with an ID. */
	readonly count: number;
	/** By student of ours: 1 where the download has the student. */
	readonly isThere: Uint8Array;
	readonly matched: number;
	/** Those of them whose ID differs in leading zeros. */
	readonly byZeros: number;
	/** Students that ours do not have. */
	readonly unknownCount: number;
	/** The first of them, as the download names them. */
	readonly unknown: readonly ArrivedStudent[];
	/** Rows without an ID, which no student can be found for. */
	readonly withoutId: number;
	/** In the order of our categories. */
	readonly categories: readonly TheirCategory[];
}

/** More students whom we do not have are only counted. */
const MAX_UNKNOWN = 10_000;

/** Reads the students of a download by the column of the ID. `district.roster` as in `planImport`. */
export async function readTheirStudents(
	source: ExportSource,
	format: ExportFormat,
	columns: TheirColumns,
	match: DownloadId,
	district: { readonly ours: OurStudents; readonly roster: Table },
	callbacks: ConversionCallbacks,
): Promise<TheirStudents> {
	const reading = new TheirReading(columns, match, district.ours, district.roster);
	for await (const part of readExport(source, format, callbacks)) {
		if (part.kind === 'row') reading.add(part.record);
	}
	return reading.result();
}

class TheirReading {
	readonly #numbers = new TextNumbers();
	/** By number: the student of ours. */
	readonly #students: number[] = [];
	/** By number: whether the ID is the same but for leading zeros. */
	readonly #isByZeros: boolean[] = [];
	/** By number: where an unknown student is in `#unknown`. */
	readonly #candidates = new Map<number, ArrivedStudent>();
	readonly #categories: readonly (TheirValues | undefined)[];
	/** By number, and for each of them by category. */
	#values = new Uint16Array(1024);
	/** By number, a bit for each category whose rows contradict. */
	readonly #conflicts: number[] = [];
	readonly #names: readonly Target[];
	#withoutId = 0;

	constructor(
		private readonly columns: TheirColumns,
		private readonly match: DownloadId,
		private readonly ours: OurStudents,
		table: Table,
	) {
		const { plan, summary, system } = columns;
		const { names } = summary.head;
		const { all } = targetsOf(plan.mapping, names, table, plan.open);
		this.#categories = ours.categories.map(({ element }) => {
			const target = all.find((each) => each.element === element.column);
			const planned = plan.targets.find((each) => each.element === element.column);
			const shows = system?.shows?.find((each) => each.element === element.column);
			return target?.values && planned
				? new TheirValues(element.optionSet, target, planned, names, shows)
				: undefined;
		});
		const { lastName, firstName } = roster.person ?? { lastName: '', firstName: '' };
		this.#names = [lastName, firstName].flatMap((name) => all.find(({ element }) => element === name) ?? []);
	}

	add(record: readonly string[]): void {
		const id = trimUnseen(record[this.match.column] ?? '');
		if (id === '') {
			this.#withoutId++;
			return;
		}
		const { number, isNew } = this.#numbers.of(id);
		if (isNew) this.#addStudent(number, id, record);
		const first = number * this.#categories.length;
		for (const [at, values] of this.#categories.entries()) {
			const value = values?.read(record) ?? NO_VALUE;
			if (value === NO_VALUE) continue;
			const known = this.#values[first + at] as number;
			// The first value counts; a word for "nothing" gives way to a value of a later row.
			if (known === NO_VALUE || values?.meaning(known).kind === 'empty') this.#values[first + at] = value;
			else if (values && contradict(values, known, value))
				this.#conflicts[number] = (this.#conflicts[number] ?? 0) | (1 << at);
		}
	}

	result(): TheirStudents {
		const { length } = this.ours.ids;
		const isThere = new Uint8Array(length);
		const owners = this.#owners(length);
		const numbers = this.#categories.map(() => new Uint16Array(length));
		const conflicts = this.#categories.map(() => 0);
		const unknown: ArrivedStudent[] = [];
		const counts = { matched: 0, byZeros: 0, unknown: 0 };
		for (let number = 0; number < this.#numbers.size; number++) {
			const student = this.#students[number] as number;
			if (student === NOBODY || owners[student] !== number) {
				counts.unknown++;
				const candidate = this.#candidates.get(number);
				if (candidate) unknown.push(candidate);
				continue;
			}
			isThere[student] = 1;
			counts.matched++;
			if (this.#isByZeros[number]) counts.byZeros++;
			const first = number * this.#categories.length;
			for (const at of this.#categories.keys()) {
				const ofCategory = numbers[at] as Uint16Array;
				ofCategory[student] = this.#values[first + at] as number;
				if (((this.#conflicts[number] ?? 0) & (1 << at)) !== 0) conflicts[at] = (conflicts[at] ?? 0) + 1;
			}
		}
		return {
			count: this.#numbers.size,
			isThere,
			matched: counts.matched,
			byZeros: counts.byZeros,
			unknownCount: counts.unknown,
			unknown,
			withoutId: this.#withoutId,
			categories: this.#categories.map((values, at) => ({
				values,
				numbers: numbers[at] as Uint16Array,
				conflicts: conflicts[at] as number,
			})),
		};
	}

	/** By student of ours the number of the download's student: the exact ID, else the only one but for leading zeros. */
	#owners(students: number): Int32Array {
		const owners = new Int32Array(students).fill(NOBODY);
		const several = new Set<number>();
		for (const isByZeros of [false, true]) {
			for (const [number, student] of this.#students.entries()) {
				if (student === NOBODY || this.#isByZeros[number] !== isByZeros) continue;
				if (owners[student] === NOBODY) owners[student] = number;
				else if (isByZeros && this.#isByZeros[owners[student] as number]) several.add(student);
			}
		}
		for (const student of several) owners[student] = NOBODY;
		return owners;
	}

	#addStudent(number: number, id: string, record: readonly string[]): void {
		const { ids } = this.match;
		const exact = ids.find(id);
		this.#students[number] = exact === NOBODY ? ids.findWithoutZeros(id) : exact;
		this.#isByZeros[number] = exact === NOBODY;
		const needed = (number + 1) * this.#categories.length;
		if (this.#values.length < needed) {
			const values = new Uint16Array(needed * 2);
			values.set(this.#values);
			this.#values = values;
		}
		if (exact !== NOBODY || this.#candidates.size >= MAX_UNKNOWN) return;
		const text = (target: Target): string => joinSpaces(trimUnseen(target.read(record) ?? ''));
		const name = this.#names
			.map(text)
			.filter((part) => part !== '')
			.join(', ');
		const school = joinSpaces(trimUnseen(record[this.columns.school] ?? ''));
		this.#candidates.set(number, { id: detached(id), name: detached(name), school: detached(school) });
	}
}

/** Whether two values of one student say different things. */
function contradict(values: TheirValues, one: number, other: number): boolean {
	if (one === other) return false;
	const [first, second] = [values.meaning(one), values.meaning(other)];
	if (first.kind === 'empty' || second.kind === 'empty') return false;
	return first.kind !== 'code' || second.kind !== 'code' || first.code !== second.code;
}
