import type { KeyReport, KeyRule, Spot } from '../rules/rule';
import type { Row } from '../rules/views';
import type { ActiveRules } from './activeRules';
import type { BlockFinding } from './finding';

/** A finding on the row of one place, which the row of another explains. */
export type KeyFound<P> = (
	place: P,
	explainedBy: P,
	finding: Omit<BlockFinding, 'record' | 'start' | 'end'>,
) => void;

interface Key<P> {
	readonly places: P[];
	readonly follow: readonly ((row: Row, index: number) => void)[];
}

/** Asks the rules on keys about rows that may share one, told in the order of the file. Places are whatever tells rows apart. */
export class KeyCheck<P> {
	readonly #keys = new Map<string, Key<P>>();

	constructor(
		private readonly rules: readonly KeyRule[],
		private readonly active: ActiveRules,
		private readonly found: KeyFound<P>,
	) {}

	/** How many different keys the rows had so far. */
	get size(): number {
		return this.#keys.size;
	}

	/** The next row; it is not kept. */
	row(key: string, row: Row, place: P): void {
		const known = this.#keys.get(key) ?? this.#begin(key);
		known.places.push(place);
		for (const follow of known.follow) follow(row, known.places.length - 1);
	}

	#begin(key: string): Key<P> {
		const places: P[] = [];
		const begun: Key<P> = { places, follow: this.rules.flatMap((rule) => this.#follow(rule, key, places)) };
		this.#keys.set(key, begun);
		return begun;
	}

	/** Nothing where the rule fails as it begins. */
	#follow(rule: KeyRule, key: string, places: readonly P[]): ((row: Row, index: number) => void)[] {
		const report: KeyReport = (problem, { column }: Spot, explainedBy) => {
			const severity = this.active.severityOf(rule, problem);
			this.found(places.at(-1) as P, places[explainedBy] as P, { rule, severity, problem, column });
		};
		const follow = this.active.guard(rule, () => rule.checkKey(key, report));
		return follow ? [(row, index) => void this.active.guard(rule, () => follow(row, index))] : [];
	}
}
