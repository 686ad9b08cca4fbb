import type { Finding } from '../check/finding';
import { listingQuota } from '../check/listingQuota';
import { addToCount, type Counts, groupId } from '../check/tally';
import { ruleById } from '../rules';
import { type Rule, type Severity, severities } from '../rules/rule';
import { type ListedFinding, shiftedBy } from './listedFinding';
import type { PlacedRange } from './rangeReader';

/** The most findings of a file that are listed. All are counted. */
export const MAX_LISTED_FINDINGS = 10_000;

interface GroupTotal {
	readonly rule: Rule;
	readonly severity: Severity;
	readonly column: number;
	count: number;
	/** How many of them are notes on the header. */
	notes: number;
	readonly values: Map<string, number>;
}

/** The findings of a whole file: the counts of all, and the list of at most `MAX_LISTED_FINDINGS`. */
export class FileTotals {
	readonly #groups = new Map<string, GroupTotal>();
	readonly #candidates: ListedFinding[] = [];

	/** Adds a range. */
	addRange({ counts, findings, firstRecord, firstLine }: PlacedRange): void {
		for (const { rule, severity, column, count, values } of counts) {
			const group = this.#count(rule, severity, column, count);
			for (const [value, rows] of values) addToCount(group.values, value, rows);
		}
		for (const finding of findings) this.#candidates.push(shiftedBy(finding, firstRecord, firstLine));
	}

	/**
	 * Adds one finding. `toListed` is called only if it may be listed.
	 *
	 * @param isNote whether it is on the header and names what findings in rows have in common.
	 */
	add({ rule, severity, column }: Finding, isNote: boolean, toListed: () => ListedFinding): void {
		const group = this.#count(rule.id, severity, column, 1);
		if (isNote) group.notes++;
		if (group.count <= MAX_LISTED_FINDINGS) this.#candidates.push(toListed());
	}

	/** All findings, counted by rule, severity and column. */
	get groups(): Iterable<GroupTotal> {
		return this.#groups.values();
	}

	/** The counts by severity, the listed findings in the order of the file, and how many are not listed. */
	report(): {
		readonly counts: Counts;
		readonly findings: readonly ListedFinding[];
		readonly unlisted: number;
	} {
		const counts = { error: 0, warning: 0, information: 0, hint: 0 };
		for (const { severity, count } of this.#groups.values()) counts[severity] += count;
		const total = severities.reduce((sum, severity) => sum + counts[severity], 0);
		const inOrder = this.#candidates.sort((a, b) => a.record - b.record || a.field - b.field);
		const findings = total <= MAX_LISTED_FINDINGS ? inOrder : this.#withinQuota(inOrder);
		return { counts, findings, unlisted: total - findings.length };
	}

	/** The first findings of each group, so that no group crowds out another. */
	#withinQuota(inOrder: readonly ListedFinding[]): readonly ListedFinding[] {
		const quota = listingQuota([...this.#groups.values()], MAX_LISTED_FINDINGS);
		const roomByGroup = new Map(
			[...quota].map(([{ rule, severity, column }, room]) => [groupId(rule.id, severity, column), room]),
		);
		return inOrder.filter(({ rule, severity, field }) => {
			const id = groupId(rule, severity, field);
			const room = roomByGroup.get(id) ?? 0;
			roomByGroup.set(id, room - 1);
			return room > 0;
		});
	}

	/** Adds to the count of a group, and returns the group. */
	#count(ruleId: string, severity: Severity, column: number, added: number): GroupTotal {
		const id = groupId(ruleId, severity, column);
		let group = this.#groups.get(id);
		if (!group) {
			const rule = ruleById(ruleId) as Rule;
			group = { rule, severity, column, count: 0, notes: 0, values: new Map<string, number>() };
			this.#groups.set(id, group);
		}
		group.count += added;
		return group;
	}
}
