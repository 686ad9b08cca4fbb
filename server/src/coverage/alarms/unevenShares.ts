import { codeWithLabel, formatPercent } from '../../wording';
import { type ColumnCounts, filled, type StudentCounts, studentsWithCode, total } from '../counting/counts';
import type { Alarm } from '../reportTypes';

/** How many times the lower share the higher one must be. */
const MIN_RATIO = 10;
/** How many students the lower school would have if its share were the higher one: fewer may be chance. */
const MIN_EXPECTED = 20;

interface SchoolShare {
	readonly school: string;
	readonly part: number;
	readonly of: number;
}

/** Finds shares that differ tenfold between two schools: a setting of one school's export looks like this. */
export function unevenShares({ columns, schools }: StudentCounts): readonly Alarm[] {
	const ids = schools?.map(({ id }) => id) ?? [];
	return columns.flatMap((column) => {
		const message = unevenFilled(column, ids) ?? unevenCode(column, ids);
		return message === undefined ? [] : [{ column: column.element.column, message }];
	});
}

function unevenFilled({ bySchool }: ColumnCounts, ids: readonly (string | undefined)[]): string | undefined {
	const extremes = extremesOf(
		bySchool.map((counts, school) => ({
			school: schoolName(ids[school]),
			part: filled(counts),
			of: total(counts),
		})),
	);
	if (!extremes) return undefined;
	const [high, low] = extremes;
	return `${percent(high)} of students at ${high.school} have a value, but ${percent(low)} at ${low.school}. Check the export of ${low.school}.`;
}

/** Looks at the share of each code among students who have a value; the first code with an uneven one counts. */
function unevenCode(
	{ bySchool, element }: ColumnCounts,
	ids: readonly (string | undefined)[],
): string | undefined {
	for (const [option, code] of element.optionSet.options.entries()) {
		const extremes = extremesOf(
			bySchool.map((counts, school) => ({
				school: schoolName(ids[school]),
				part: studentsWithCode(counts, option),
				of: filled(counts),
			})),
		);
		if (!extremes) continue;
		const [high, low] = extremes;
		return `${percent(high)} of values at ${high.school} are ${codeWithLabel(code)}, but ${percent(low)} at ${low.school}. Check that both schools use this code the same way.`;
	}
	return undefined;
}

/** The schools with the highest and the lowest share; undefined if the shares are not that far apart. */
function extremesOf(
	shares: readonly SchoolShare[],
): readonly [high: SchoolShare, low: SchoolShare] | undefined {
	const byShare = shares
		.filter(({ of }) => of > 0)
		.sort((one, other) => other.part / other.of - one.part / one.of);
	// A higher share of fewer students may be chance.
	const high = byShare.find(({ part }) => part >= MIN_EXPECTED);
	if (!high) return undefined;
	const low = byShare.toReversed().find(({ of }) => (of * high.part) / high.of >= MIN_EXPECTED);
	if (!low) return undefined;
	return high.part * low.of >= MIN_RATIO * low.part * high.of ? [high, low] : undefined;
}

function percent({ part, of }: SchoolShare): string {
	return formatPercent(part, of);
}

function schoolName(id: string | undefined): string {
	return id === undefined ? 'the other schools' : id === '' ? 'no school' : `school ${id}`;
}
