import type { Checker } from '../../check/live/checker';
import { IntList } from '../../csv/intList';
import { severities } from '../../rules/rule';
import { findingWalk } from './findingWalk';
import { type GroupedFile, groupSlotOf } from './groupKey';

/** Groups that a search for the largest looks at between two places where it may pause. */
const STEP = 512;

/** The groups of a file, counted: a file may have a million, so that one is four numbers and a text. */
export class GroupSizes {
	readonly #indexes = new Map<string, number>();
	readonly #rows = new IntList();
	readonly #ranks = new IntList();
	readonly #records = new IntList();
	readonly #columns = new IntList();

	/** Counts the findings of a checked file. */
	static *of(checker: Checker, file: GroupedFile): Generator<void, GroupSizes> {
		const sizes = new GroupSizes();
		for (const finding of findingWalk(checker)) {
			if (!finding) yield;
			else {
				const { severity, record, column } = finding;
				sizes.#add(groupSlotOf(file, finding), severities.indexOf(severity), record, column);
			}
		}
		return sizes;
	}

	/** How many groups there are. */
	get size(): number {
		return this.#indexes.size;
	}

	/** The slots of the largest groups with their rows: ties go to the worse severity, then to the first in the file. */
	*largest(most: number): Generator<void, ReadonlyMap<string, number>> {
		let kept: (readonly [slot: string, index: number])[] = [];
		const sort = (): void => {
			kept = kept.sort(([, one], [, other]) => this.#compare(one, other)).slice(0, most);
		};
		for (const entry of this.#indexes) {
			if (kept.push(entry) === 2 * most) sort();
			if (entry[1] % STEP === 0) yield;
		}
		sort();
		return new Map(kept.map(([slot, index]) => [slot, this.#rows.values[index] as number]));
	}

	#add(slot: string, rank: number, record: number, column: number): void {
		const index = this.#indexes.get(slot);
		if (index !== undefined) {
			(this.#rows.values[index] as number)++;
			return;
		}
		this.#indexes.set(slot, this.#rows.length);
		this.#rows.push(1);
		this.#ranks.push(rank);
		this.#records.push(record);
		this.#columns.push(column);
	}

	#compare(one: number, other: number): number {
		const difference = ({ values }: IntList): number => (values[one] as number) - (values[other] as number);
		return (
			-difference(this.#rows) ||
			difference(this.#ranks) ||
			difference(this.#records) ||
			difference(this.#columns) ||
			one - other
		);
	}
}
