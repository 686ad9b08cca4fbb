import type { Checker } from '../../check/live/checker';
import { rowCount } from '../../check/tally';
import type { SchoolNames } from '../schoolNames';

/** What alarms depend on besides the counts. */
export interface AlarmFacts {
	/** Rows with an error in the column by which rows are matched, in both files. */
	readonly keyProblems: number;
	/** The columns that the district never sends. */
	readonly notSent: readonly string[];
	/** The names of schools by School_id. */
	readonly schoolNames: ReadonlyMap<string, string>;
	/** The column of school IDs in each file that has one, by the exact names of both. */
	readonly schoolColumns: ReadonlyMap<string, string>;
}

/** Finds in the checkers of the counted files what alarms depend on. */
export function alarmFacts(checkers: readonly Checker[], { byId }: SchoolNames): AlarmFacts {
	const keyProblems = checkers
		.flatMap(({ tally, layout }) =>
			[...tally.groups].filter(({ severity, column }) => severity === 'error' && column === layout.keyIndex),
		)
		.reduce((sum, group) => sum + rowCount(group), 0);
	const notSent = checkers.flatMap(({ active }) => active.settings.notSent);
	const schoolColumns = new Map(
		checkers.flatMap(({ table: { fileName, schoolColumn }, layout }) =>
			schoolColumn !== undefined && layout.indexOf(schoolColumn) >= 0
				? [[fileName, schoolColumn] as const]
				: [],
		),
	);
	return { keyProblems, notSent, schoolNames: byId, schoolColumns };
}

/** Whether the check may say of an ID what an alarm would say of `ids` of them. */
export function areFoundAlready(
	ids: number,
	{ isKey }: { readonly isKey: boolean },
	facts: AlarmFacts,
): boolean {
	return isKey && 2 * facts.keyProblems >= ids;
}
