import type { FillConflict, FillCounts, LeftAlone, ValueChange } from './fillTypes';
import type { FoundColumn } from './findColumn';

/** How many values are listed with their counts. */
const MAX_LISTED_VALUES = 20;

/** How many conflicts are listed; all are counted. */
const MAX_LISTED_CONFLICTS = 1000;

/** Counts what filling a column does. */
export class FillTally {
	#changed = 0;
	#replaced = 0;
	readonly #before = new Map<string, number>();
	readonly #added = new Map<string, number>();
	readonly #left = new Map<LeftAlone, number>();
	readonly conflicts: FillConflict[] = [];

	constructor(private readonly column: FoundColumn) {}

	/** Counts a field whose row can be read, before it is decided what becomes of it. */
	see(value: string): void {
		add(this.#before, value, 1);
	}

	/** Counts a field that gets a value. */
	change(from: string, to: string, isReplaced: boolean): void {
		this.#changed++;
		if (isReplaced) this.#replaced++;
		add(this.#added, from, -1);
		add(this.#added, to, 1);
	}

	/** Counts a row that stays as it is. */
	leave(reason: LeftAlone): void {
		add(this.#left, reason, 1);
	}

	/** Lists a field with another value, replaced or not. */
	differ(conflict: Pick<FillConflict, 'row' | 'id' | 'ours' | 'theirs'>): void {
		if (this.conflicts.length >= MAX_LISTED_CONFLICTS) return;
		const { file, header } = this.column;
		this.conflicts.push({ ...conflict, fileName: file.layout.table.fileName, column: header });
	}

	/** What was counted. */
	counts(withoutRow: number): FillCounts {
		const { file, header, index } = this.column;
		const values = [...this.#added]
			.filter(([, added]) => added !== 0)
			.map(([value, added]): ValueChange => {
				const before = this.#before.get(value) ?? 0;
				return { value, before, after: before + added };
			})
			.sort((a, b) => Math.max(b.before, b.after) - Math.max(a.before, a.after));
		return {
			fileName: file.layout.table.fileName,
			column: header,
			isNew: index === undefined,
			changed: this.#changed,
			replaced: this.#replaced,
			values: values.slice(0, MAX_LISTED_VALUES),
			unlisted: Math.max(0, values.length - MAX_LISTED_VALUES),
			left: [...this.#left].map(([reason, rows]) => ({ reason, rows })).sort((a, b) => b.rows - a.rows),
			withoutRow,
		};
	}
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
	counts.set(key, (counts.get(key) ?? 0) + count);
}
