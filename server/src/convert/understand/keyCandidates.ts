/** Which columns of an export may hold the student ID: a person always decides among them. */

import { students } from '../../spec';
import { formatNumber } from '../../wording';
import type { ColumnChoices } from './columnChoice';
import type { ColumnCandidate } from './planTypes';
import type { RosterIdSets } from './rosterIdSets';
import { type SummaryColumn, samplesOf } from './summary';

const MAX_CANDIDATES = 12;
/** The share of rows that must have an ID, and of those, that must have one of their own. */
const MIN_SHARE = 0.9;
const ID = /^(?=.*\d)[\w.{}-]{1,40}$/;
/** Values of a column that are compared before all of them are. */
const FIRST_VALUES = 20;

interface Candidate extends ColumnCandidate {
	/** The share of its IDs that are student IDs of the roster. */
	readonly share: number;
}

/** The columns that may hold the student ID, the likeliest first. @param beside the IDs of a roster, if there is one. */
export function keyCandidates(
	columns: readonly SummaryColumn[],
	choices: ColumnChoices,
	beside: RosterIdSets | undefined,
): readonly ColumnCandidate[] {
	const named = choices.keyColumns().map(({ column }) => column);
	const found = new Set(named);
	if (beside) for (const column of columns) if (isInRoster(column, beside)) found.add(column);
	if (named.length === 0) {
		for (const column of columns) if (found.size < MAX_CANDIDATES && isLikeIds(column)) found.add(column);
	}
	return Array.from(found, (column) => candidate(column, beside))
		.sort((a, b) => b.share - a.share)
		.slice(0, MAX_CANDIDATES)
		.map(({ share: _, ...rest }) => rest);
}

function candidate(column: SummaryColumn, beside: RosterIdSets | undefined): Candidate {
	const { name, values } = column;
	const plain = { name, samples: samplesOf(column) };
	if (!beside || values.length === 0) return { ...plain, share: 0 };
	const counts = Object.entries(beside).map(([matchedBy, ids]) => ({
		matchedBy,
		matches: values.filter(({ value }) => ids.has(value)).length,
	}));
	const isKey = ({ matchedBy }: { readonly matchedBy: string }): number =>
		Number(matchedBy === students.primaryKey);
	const [best] = counts.sort((a, b) => b.matches - a.matches || isKey(b) - isKey(a));
	const of = values.length;
	if (!best || best.matches === 0) {
		return {
			...plain,
			matches: 0,
			of,
			share: 0,
			reason: `None of its values is an ID in ${students.fileName}.`,
		};
	}
	const { matchedBy, matches } = best;
	const found = `${formatNumber(matches)} of ${formatNumber(of)} values are a ${matchedBy} in ${students.fileName}`;
	const isStudentId = matchedBy === students.primaryKey;
	const reason = isStudentId ? `${found}.` : `${found}, so it is not the ${students.primaryKey}.`;
	return { ...plain, matches, of, matchedBy, reason, share: isStudentId ? matches / of : -matches / of };
}

function isInRoster({ values }: SummaryColumn, beside: RosterIdSets): boolean {
	const first = values.slice(0, FIRST_VALUES);
	const ids = beside[students.primaryKey];
	return (
		first.length > 0 &&
		ids !== undefined &&
		first.filter(({ value }) => ids.has(value)).length * 2 > first.length
	);
}

/** Whether nearly every row has a value of its own that can be an ID. */
function isLikeIds({ values, filled, unlisted, isSecret }: SummaryColumn): boolean {
	if (isSecret || values.length === 0) return false;
	const isDistinct =
		unlisted > 0 ? values.every(({ count }) => count < 10) : values.length >= filled * MIN_SHARE;
	return isDistinct && values.filter(({ value }) => ID.test(value)).length >= values.length * MIN_SHARE;
}
