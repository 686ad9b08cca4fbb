import type { KeyReport, KeyRule, Spot } from '../rules/rule';
import type { Row } from '../rules/views';
import type { ActiveRules } from './activeRules';
import type { BlockFinding } from './finding';

/** Reports a finding on the row at one place, and the place of the row that explains it. */
export type ReportKeyFinding<P> = (
	place: P,
	explainedBy: P,
	finding: Omit<BlockFinding, 'record' | 'start' | 'end'>,
) => void;

/** Looks at a row of a key; `index` counts the rows of that key from 0. */
type CheckRow = (row: Row, index: number) => void;

interface RowsOfKey<P> {
	readonly places: P[];
	/** One per rule. */
	readonly checks: readonly CheckRow[];
}

/**
 * Runs the rules on keys over rows that may share a key, in the order of the file. `P` is the caller's notion of where
 * a row is.
 */
export class KeyCheck<P> {
	readonly #rowsByKey = new Map<string, RowsOfKey<P>>();

	constructor(
		private readonly rules: readonly KeyRule[],
		private readonly active: ActiveRules,
		private readonly report: ReportKeyFinding<P>,
	) {}

	/** The number of different keys so far. */
	get size(): number {
		return this.#rowsByKey.size;
	}

	/** Checks the next row. The row is not kept, so the caller may reuse it. */
	addRow(key: string, row: Row, place: P): void {
		const rowsOfKey = this.#rowsByKey.get(key) ?? this.#addKey(key);
		rowsOfKey.places.push(place);
		for (const check of rowsOfKey.checks) check(row, rowsOfKey.places.length - 1);
	}

	#addKey(key: string): RowsOfKey<P> {
		const places: P[] = [];
		const rowsOfKey = { places, checks: this.rules.flatMap((rule) => this.#checkOf(rule, key, places)) };
		this.#rowsByKey.set(key, rowsOfKey);
		return rowsOfKey;
	}

	/** The rule's check of one key's rows; none if the rule throws. */
	#checkOf(rule: KeyRule, key: string, places: readonly P[]): readonly CheckRow[] {
		const report: KeyReport = (problem, { column }: Spot, explainedBy) => {
			const severity = this.active.severityOf(rule, problem);
			this.report(places.at(-1) as P, places[explainedBy] as P, { rule, severity, problem, column });
		};
		const check = this.active.guard(rule, () => rule.checkKey(key, report));
		return check ? [(row, index) => void this.active.guard(rule, () => check(row, index))] : [];
	}
}
