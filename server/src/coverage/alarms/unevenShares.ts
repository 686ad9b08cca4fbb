import { codeWithLabel, formatPercent } from '../../wording';
import {
	type ColumnCounts,
	filled,
	neededCounts,
	type StudentCounts,
	studentsWithCode,
	total,
	valueCounts,
} from '../counting/counts';
import type { Alarm } from '../reportTypes';

/** How many times the lower share the higher one must be. */
const MIN_RATIO = 10;
/** How many students the lower school would have if its share were the higher one: fewer may be chance. */
const MIN_EXPECTED = 20;

interface SchoolShare {
	readonly school: string;
	readonly part: number;
	/** What `part` would be if every wrong value were one of these. */
	readonly atMost: number;
	readonly of: number;
}

/** A column with the counts of the students who need a value, by school. */
type NeededColumn = Pick<ColumnCounts, 'element' | 'fileName' | 'bySchool'>;

/** Finds shares that differ tenfold between two schools: a setting of one school's export looks like this. */
export function unevenShares(counts: StudentCounts): readonly Alarm[] {
	const names = counts.schools?.map(({ id }) => schoolName(id)) ?? [];
	return counts.columns.flatMap((column) => {
		const needed = { ...column, bySchool: neededCounts(counts, column).bySchool };
		return unevenFilled(needed, names) ?? unevenCode(needed, names) ?? [];
	});
}

function unevenFilled(
	{ bySchool, element, fileName }: NeededColumn,
	names: readonly string[],
): Alarm | undefined {
	const extremes = extremesOf(
		bySchool.map((counts, school) => ({
			school: names[school] as string,
			part: filled(counts),
			atMost: filled(counts),
			of: total(counts),
		})),
	);
	if (!extremes) return undefined;
	const [high, low] = extremes;
	const { column } = element;
	return {
		column,
		title: `${column} is nearly empty at one school`,
		message: `${percent(high)} of students at ${high.school} have a value, but ${percent(low)} at ${low.school}. Check the export of ${low.school}.`,
		target: { fileName, column, show: 'empty' },
	};
}

/** Looks at the share of each code among students who have a value; the first code with an uneven one counts. */
function unevenCode(
	{ bySchool, element, fileName }: NeededColumn,
	names: readonly string[],
): Alarm | undefined {
	const { column } = element;
	for (const [option, code] of element.optionSet.options.entries()) {
		const extremes = extremesOf(
			bySchool.map((counts, school) => {
				const part = studentsWithCode(counts, option);
				const atMost = part + valueCounts(element, counts).wrong;
				return { school: names[school] as string, part, atMost, of: filled(counts) };
			}),
		);
		if (!extremes) continue;
		const [high, low] = extremes;
		return {
			column,
			title: `${codeWithLabel(code)} is rare at one school`,
			message: `${percent(high)} of values at ${high.school} are ${codeWithLabel(code)}, but ${percent(low)} at ${low.school}. Check that both schools use this code the same way.`,
			target: { fileName, column, show: { values: [code.code] } },
		};
	}
	return undefined;
}

/** The schools with the highest and the lowest share; undefined if the shares are not that far apart. */
function extremesOf(
	shares: readonly SchoolShare[],
): readonly [high: SchoolShare, low: SchoolShare] | undefined {
	const some = shares.filter(({ of }) => of > 0);
	// A higher share of fewer students may be chance.
	const high = some
		.filter(({ part }) => part >= MIN_EXPECTED)
		.sort((one, other) => other.part / other.of - one.part / one.of)[0];
	if (!high) return undefined;
	const low = some
		.filter(({ of }) => (of * high.part) / high.of >= MIN_EXPECTED)
		.sort((one, other) => one.atMost / one.of - other.atMost / other.of)[0];
	if (!low) return undefined;
	return high.part * low.of >= MIN_RATIO * low.atMost * high.of ? [high, low] : undefined;
}

function percent({ part, of }: SchoolShare): string {
	return formatPercent(part, of);
}

function schoolName(id: string | undefined): string {
	return id === undefined ? 'the other schools' : id === '' ? 'no school' : `school ${id}`;
}
