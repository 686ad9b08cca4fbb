import type { ArrivedCheck } from '../../compare/arrived/arrivedCheck';

/** Comparisons that are kept at once. A client compares again what was dropped. */
const MAX_KEPT = 4;

/** A comparison with a download, and a file of the folder that it is about. */
export interface KeptArrival {
	readonly check: ArrivedCheck;
	readonly uri: string;
}

/** The comparisons that clients look at, by the ids that they have given them: in memory, and nowhere else. */
export class ArrivedChecks {
	/** The one that was used last is the last. */
	readonly #kept = new Map<string, KeptArrival>();

	/** Keeps a comparison, and drops the one that was not used for the longest time where there are too many. */
	keep(id: string, arrival: KeptArrival): void {
		this.#kept.delete(id);
		this.#kept.set(id, arrival);
		for (const oldest of [...this.#kept.keys()].slice(0, -MAX_KEPT)) this.#kept.delete(oldest);
	}

	/** The comparison with an id; undefined where it was dropped. */
	use(id: string): KeptArrival | undefined {
		const found = this.#kept.get(id);
		if (found) this.keep(id, found);
		return found;
	}

	/** Forgets a comparison. */
	close(id: string): void {
		this.#kept.delete(id);
	}

	/** Forgets all of them. */
	clear(): void {
		this.#kept.clear();
	}
}
