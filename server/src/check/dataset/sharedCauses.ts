import type { Cause } from '../../rules/rule';
import type { BlockFinding } from '../finding';

/** Counts the rows whose findings share a cause. */
export class SharedCauses {
	readonly #causes = new Map<Cause, { readonly finding: BlockFinding; rows: number }>();

	/** Adds a finding to the counts, or removes it. */
	count(finding: BlockFinding, by: 1 | -1): void {
		const { cause } = finding.problem;
		if (!cause) return;
		const shared = this.#causes.get(cause) ?? { finding, rows: 0 };
		shared.rows += by;
		if (shared.rows === 0) this.#causes.delete(cause);
		else this.#causes.set(cause, shared);
	}

	/** One finding on the header for each cause that enough rows share. */
	get findings(): readonly BlockFinding[] {
		return [...this.#causes].flatMap(([cause, { finding, rows }]) =>
			rows < cause.atLeast ? [] : [{ ...finding, record: 0, problem: { message: cause.message(rows) } }],
		);
	}
}
