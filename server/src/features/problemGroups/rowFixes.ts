import { isFixable, proposalsOf } from '../../check/fixes/fixEdits';
import type { Checker } from '../../check/live/checker';
import type { GroupedFinding } from './groupKey';
import type { GroupFix } from './types';

/** The id of the fix that gives each row its own. */
export const EACH_ROW = 'each-row';

/** Findings whose own fixes are looked at, for a title that says what is done to all of them. */
const MAX_COMPARED_FIXES = 1000;

/** Counts the findings of a group whose rows each need their own repair: the one that *Fix All* makes. */
export class RowFixes {
	#fixable = 0;
	#title: string | undefined;
	#isSame = true;

	/** @param mayQuote whether the title may be that of a fix, which may quote values. */
	constructor(
		private readonly checker: Checker,
		private readonly mayQuote: boolean,
	) {}

	/** Counts a finding. */
	add(finding: GroupedFinding): void {
		if (!isFixable(this.checker, finding)) return;
		this.#fixable++;
		if (!this.#isSame) return;
		if (!this.mayQuote || this.#fixable > MAX_COMPARED_FIXES) this.#isSame = false;
		const [fix] = this.#isSame ? proposalsOf(this.checker, finding) : [];
		this.#title ??= fix?.title;
		if (fix?.title !== this.#title) this.#isSame = false;
	}

	/** The one fix of the group; none where *Fix All* leaves all of its findings. */
	get listed(): readonly GroupFix[] {
		if (this.#fixable === 0) return [];
		const title = (this.#isSame && this.#title) || 'Fix Each Row';
		return [{ id: EACH_ROW, title, isPreferred: true, rows: this.#fixable }];
	}
}
