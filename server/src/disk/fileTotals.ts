import type { Finding } from '../check/finding';
import { listingQuota } from '../check/listingQuota';
import { groupId } from '../check/tally';
import { ruleById } from '../rules';
import { type Rule, type Severity, severities } from '../rules/rule';
import { type ListedFinding, movedBy } from './listedFinding';
import type { RangeResult } from './rangeCheck';

/** The most findings of a file that are listed; all are counted. */
export const MOST_LISTED = 10_000;

interface Kind {
	readonly rule: Rule;
	readonly severity: Severity;
	readonly column: number;
	count: number;
}

/** The findings of a whole file: all counted, and as many listed as anybody reads. */
export class FileTotals {
	readonly #kinds = new Map<string, Kind>();
	readonly #listed: ListedFinding[] = [];

	/** The next range, and the records and lines of the file before it. */
	addRange({ counts, listed }: RangeResult, records: number, lines: number): void {
		for (const { rule, severity, column, count } of counts) this.#count(rule, severity, column, count);
		for (const finding of listed) this.#listed.push(movedBy(finding, records, lines));
	}

	/** One more; `list` is asked where it may be among those that are listed. */
	add({ rule, severity, column }: Finding, list: () => ListedFinding): void {
		if (this.#count(rule.id, severity, column, 1) <= MOST_LISTED) this.#listed.push(list());
	}

	report(): {
		readonly counts: Readonly<Record<Severity, number>>;
		readonly findings: readonly ListedFinding[];
		readonly unlisted: number;
	} {
		const counts = { error: 0, warning: 0, information: 0, hint: 0 };
		for (const { severity, count } of this.#kinds.values()) counts[severity] += count;
		const total = severities.reduce((sum, severity) => sum + counts[severity], 0);
		const inOrder = this.#listed.sort((a, b) => a.record - b.record || a.field - b.field);
		const findings = total <= MOST_LISTED ? inOrder : this.#choice(inOrder);
		return { counts, findings, unlisted: total - findings.length };
	}

	#choice(inOrder: readonly ListedFinding[]): readonly ListedFinding[] {
		const left = new Map(
			[...listingQuota([...this.#kinds.values()], MOST_LISTED)].map(([{ rule, severity, column }, count]) => [
				groupId(rule.id, severity, column),
				count,
			]),
		);
		return inOrder.filter(({ rule, severity, field }) => {
			const id = groupId(rule, severity, field);
			const room = left.get(id) ?? 0;
			left.set(id, room - 1);
			return room > 0;
		});
	}

	/** Returns how many of the kind there are now. */
	#count(ruleId: string, severity: Severity, column: number, by: number): number {
		const id = groupId(ruleId, severity, column);
		const known = this.#kinds.get(id);
		if (known) known.count += by;
		else this.#kinds.set(id, { rule: ruleById(ruleId) as Rule, severity, column, count: by });
		return known?.count ?? by;
	}
}
