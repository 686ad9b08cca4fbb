import type { Cause } from '../../rules/rule';
import type { BlockFinding } from '../finding';

/** Counts the findings that have a cause in common. */
export class SharedCauses {
	readonly #causes = new Map<Cause, { readonly finding: BlockFinding; rows: number }>();

	count(finding: BlockFinding, by: 1 | -1): void {
		const { cause } = finding.problem;
		if (!cause) return;
		const known = this.#causes.get(cause) ?? { finding, rows: 0 };
		known.rows += by;
		if (known.rows === 0) this.#causes.delete(cause);
		else this.#causes.set(cause, known);
	}

	/** What many rows have in common, said once on the header. */
	get common(): readonly BlockFinding[] {
		return [...this.#causes].flatMap(([cause, { finding, rows }]) =>
			rows < cause.atLeast ? [] : [{ ...finding, record: 0, problem: { message: cause.message(rows) } }],
		);
	}
}
