import { AlikeFixes } from '../../check/fixes/alikeFixes';
import { fixesOf } from '../../check/fixes/fixEdits';
import type { Checker } from '../../check/live/checker';
import type { Fix } from '../../rules/fix';
import { emptyingFixes, keepingFixes } from '../chooseCode';
import type { GroupedFinding, GroupKey } from './groupKey';

/** Different fixes of a group that are counted: of rows that each need another one, a list shows few. */
const MAX_COUNTED_FIXES = 64;

/** A fix, and how many findings of a group have it. */
export interface CountedFix {
	readonly fix: Fix;
	/** Of how many of them it is the preferred one. */
	preferred: number;
	all: number;
}

/** Proves and counts the fixes of a group's findings, which come in the order of the file. */
export class FixCounts {
	/** Whether some of them may be emptied. */
	isEmptied = false;
	readonly #byId = new Map<string, CountedFix>();
	readonly #fixesOf: (finding: GroupedFinding) => readonly Fix[];

	constructor(checker: Checker, { column, value }: GroupKey) {
		const alike = column !== undefined && value !== undefined ? new AlikeFixes(checker, column) : undefined;
		this.#fixesOf = (finding) => alike?.of(finding) ?? fixesOf(checker, finding);
	}

	/** Counts the fixes of a finding, and returns those that keep the value in some form. */
	add(finding: GroupedFinding): readonly Fix[] {
		const fixes = this.#fixesOf(finding);
		if (!this.isEmptied && emptyingFixes(fixes).length > 0) this.isEmptied = true;
		const keeping = keepingFixes(fixes);
		for (const fix of keeping) {
			const counted = this.#byId.get(fix.id) ?? this.#track(fix);
			if (!counted) continue;
			counted.all++;
			if (fix.preferred) counted.preferred++;
		}
		return keeping;
	}

	/** The fixes, the preferred ones first, then those of the most findings. */
	get counted(): readonly CountedFix[] {
		return [...this.#byId.values()].sort(
			(one, other) => other.preferred - one.preferred || other.all - one.all,
		);
	}

	#track(fix: Fix): CountedFix | undefined {
		if (this.#byId.size === MAX_COUNTED_FIXES) return undefined;
		const counted = { fix, preferred: 0, all: 0 };
		this.#byId.set(fix.id, counted);
		return counted;
	}
}
