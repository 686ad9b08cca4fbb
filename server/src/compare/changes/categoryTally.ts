import type { Element } from '../../spec';
import type { CategoryFlow, CodeFacts, FlipFacts } from './changeFacts';
import type { CategoryChanges, ChangedValue } from './changesTypes';
import type { SideCategory } from './readSide';
import type { SchoolTally } from './schoolTally';
import { EMPTY_VALUE } from './valueColumn';

interface Change {
	readonly from: number;
	readonly to: number;
	count: number;
	readonly bySchool: Map<string, number>;
}

/** Counts the differences of one category that both sides have, student by student. */
export class CategoryTally {
	/** Students by the number of their value: all of the old side, all of the new side, those on both by the old value. */
	readonly #before: number[] = [];
	readonly #after: number[] = [];
	readonly #inBoth: number[] = [];
	/** The number of each new value among the old ones. */
	readonly #oldNumbers: readonly number[];
	readonly #changes = new Map<number, Change>();
	#changed = 0;
	#emptied = 0;
	#filled = 0;

	constructor(
		/** As the district uses it: values that it accepts are codes. */
		readonly element: Element,
		readonly before: SideCategory,
		readonly after: SideCategory,
	) {
		this.#oldNumbers = after.values.values.map((value) => before.values.find(value));
	}

	/** Counts a student of the old side. */
	addBefore(student: number): void {
		count(this.#before, this.before.values.of(student));
	}

	/** Counts a student of the new side, who has another number on the old side if there at all. */
	addAfter(student: number, old: number | undefined, schools: SchoolTally): void {
		const to = this.after.values.of(student);
		count(this.#after, to);
		if (old === undefined) return;
		const from = this.before.values.of(old);
		count(this.#inBoth, from);
		if (this.#oldNumbers[to] === from) return;
		const key = from * this.after.values.values.length + to;
		let change = this.#changes.get(key);
		if (!change) {
			change = { from, to, count: 0, bySchool: new Map() };
			this.#changes.set(key, change);
		}
		change.count++;
		const school = schools.idAfter(student);
		change.bySchool.set(school, (change.bySchool.get(school) ?? 0) + 1);
		if (to === EMPTY_VALUE) {
			this.#emptied++;
			schools.countAfter(student, 'emptied');
		} else if (from === EMPTY_VALUE) {
			this.#filled++;
			schools.countAfter(student, 'filled');
		} else {
			this.#changed++;
			schools.countAfter(student, 'changed');
		}
	}

	/** The counts for people. */
	result(): CategoryChanges {
		return {
			...categoryOf(this.element),
			fileName: this.after.file.layout.table.fileName,
			compared: true,
			changed: this.#changed,
			emptied: this.#emptied,
			filled: this.#filled,
			changes: [...this.#changes.values()].map((change) => this.#changedValue(change)).sort(mostFirst),
		};
	}

	/** The counts for alarms. */
	flow(): CategoryFlow {
		const codes = (this.element.optionSet?.options ?? []).map(({ code, label }): CodeFacts => {
			const before = this.#before[this.before.values.find(code)] ?? 0;
			const after = this.#after[this.after.values.find(code)] ?? 0;
			return { code, label, before, after };
		});
		const byCode = new Map(codes.map((code) => [code.code, code]));
		return {
			element: this.element,
			fileName: this.after.file.layout.table.fileName,
			filledBefore: sum(this.#inBoth) - (this.#inBoth[EMPTY_VALUE] ?? 0),
			emptied: this.#emptied,
			codes,
			flips: [...this.#changes.values()].flatMap((change) => this.#flip(change, byCode)),
		};
	}

	#flip({ from, to, count }: Change, byCode: ReadonlyMap<string, CodeFacts>): readonly FlipFacts[] {
		const old = byCode.get(this.before.values.values[from] as string);
		if (!old || to === EMPTY_VALUE) return [];
		const value = this.after.values.values[to] as string;
		const now = byCode.get(value) ?? { code: value, label: '' };
		return [{ from: old, to: now, count, of: this.#inBoth[from] ?? 0 }];
	}

	#changedValue({ from, to, count, bySchool }: Change): ChangedValue {
		return {
			from: this.before.values.values[from] as string,
			to: this.after.values.values[to] as string,
			count,
			bySchool: [...bySchool].map(([school, students]) => ({ school, count: students })).sort(mostFirst),
		};
	}
}

/** A category that only one side has, or none. */
export function notComparedCategory(
	element: Element,
	before: SideCategory | undefined,
	after: SideCategory | undefined,
): CategoryChanges {
	return {
		...categoryOf(element),
		fileName: (after ?? before)?.file.layout.table.fileName,
		compared: false,
		changed: 0,
		emptied: 0,
		filled: 0,
		changes: [],
	};
}

function categoryOf({
	column,
	title,
	heading = title,
}: Element): Pick<CategoryChanges, 'element' | 'heading'> {
	return { element: column, heading };
}

function count(counts: number[], number: number): void {
	while (counts.length <= number) counts.push(0);
	counts[number] = (counts[number] as number) + 1;
}

function sum(counts: readonly number[]): number {
	return counts.reduce((total, students) => total + students, 0);
}

function mostFirst(a: { readonly count: number }, b: { readonly count: number }): number {
	return b.count - a.count;
}
