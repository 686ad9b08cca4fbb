import { FIRST_CODE } from '../counting/blockCounts';
import { type ColumnCounts, filled, type StudentCounts, total } from '../counting/counts';
import type { Alarm } from '../reportTypes';

const TIMES = 10;
/** Students whom the lower school would have to have, were it like the higher: with fewer it may be chance. */
const ENOUGH_EXPECTED = 20;

interface SchoolShare {
	readonly school: string;
	readonly part: number;
	readonly of: number;
}

/** A share that differs tenfold between two schools: a setting of one school's export looks like this. */
export function unevenShares({ columns, schools }: StudentCounts): Alarm[] {
	const ids = schools?.map(({ id }) => id) ?? [];
	return columns.flatMap((column) => {
		const found = unevenFilled(column, ids) ?? unevenCode(column, ids);
		return found ? [{ column: column.element.column, message: found }] : [];
	});
}

function unevenFilled({ bySchool }: ColumnCounts, ids: readonly (string | undefined)[]): string | undefined {
	const shares = bySchool.map((counts, at) => ({
		school: nameOf(ids[at]),
		part: filled(counts),
		of: total(counts),
	}));
	const pair = farthest(shares);
	return (
		pair &&
		`${say(pair[0], 'have a value')}; ${say(pair[1], 'have one')}. Check the export of ${pair[1].school}.`
	);
}

/** The code whose share differs most, among students who have a value. */
function unevenCode(
	{ bySchool, element }: ColumnCounts,
	ids: readonly (string | undefined)[],
): string | undefined {
	for (const [option, { code, label }] of element.optionSet.options.entries()) {
		const shares = bySchool.map((counts, at) => ({
			school: nameOf(ids[at]),
			part: counts[FIRST_CODE + option] ?? 0,
			of: filled(counts),
		}));
		const pair = farthest(shares);
		if (!pair) continue;
		return `${say(pair[0], `who have a value have ${code} (${label})`)}; ${say(pair[1], 'do')}. Check that both schools mean the same.`;
	}
	return undefined;
}

/** The schools with the highest and the lowest share, where the one is at least ten times the other. */
function farthest(shares: readonly SchoolShare[]): readonly [SchoolShare, SchoolShare] | undefined {
	const byShare = shares
		.filter(({ of }) => of > 0)
		.sort((one, other) => other.part / other.of - one.part / one.of);
	const high = byShare[0];
	if (!high) return undefined;
	const low = byShare.toReversed().find(({ of }) => (of * high.part) / high.of >= ENOUGH_EXPECTED);
	if (!low || high.part < ENOUGH_EXPECTED) return undefined;
	return high.part * low.of >= TIMES * low.part * high.of ? [high, low] : undefined;
}

function say({ school, part, of }: SchoolShare, what: string): string {
	return `${((100 * part) / of).toFixed(1)}% of the students of ${school} ${what}`;
}

function nameOf(id: string | undefined): string {
	return id === undefined ? 'the other schools' : id === '' ? 'no school' : `school ${id}`;
}
