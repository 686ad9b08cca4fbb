import { codeWithLabel, formatPercent, plural, shown, wordList } from '../../wording';
import {
	type ColumnCounts,
	filled,
	neededCounts,
	type StudentCounts,
	studentsWithCode,
	total,
	valueCounts,
} from '../counting/counts';
import type { Alarm, RowsTarget } from '../reportTypes';
import type { AlarmFacts } from './alarmFacts';

/** How many times the lower share the higher one must be. */
const MIN_RATIO = 10;
/** How many students the lower school would have if its share were the higher one: fewer may be chance. */
const MIN_EXPECTED = 20;

interface School {
	/** The school's ID as `StudentCounts` has it. */
	readonly id: string | undefined;
	/** The school in a sentence. */
	readonly label: string;
}

interface SchoolShare {
	readonly school: School;
	readonly part: number;
	/** What `part` would be if every wrong value were one of these. */
	readonly atMost: number;
	readonly of: number;
}

/** A column with the counts of the students who need a value, by school. */
type NeededColumn = Pick<ColumnCounts, 'element' | 'fileName' | 'bySchool'>;

/** A column that nearly no student of one school has a value in. */
interface UnevenColumn {
	readonly column: string;
	readonly fileName: string;
	readonly high: SchoolShare;
	readonly low: SchoolShare;
}

/** Finds shares that differ tenfold between two schools: a setting of one school's export looks like this. */
export function unevenShares(
	counts: StudentCounts,
	{ schoolNames, schoolColumns }: AlarmFacts,
): readonly Alarm[] {
	const schools = counts.schools?.map(({ id }) => ({ id, label: schoolLabel(id, schoolNames) })) ?? [];
	const columns = counts.columns.map((column) => ({
		...column,
		bySchool: neededCounts(counts, column).bySchool,
	}));
	const unfilled = columns.flatMap((column) => unevenFilled(column, schools) ?? []);
	const withValues = columns.filter(
		({ element }) => !unfilled.some(({ column }) => column === element.column),
	);
	return [
		...bySchoolOf(unfilled).map((columns) => unfilledAlarm(columns, schoolColumns)),
		...withValues.flatMap((column) => unevenCode(column, schools, schoolColumns) ?? []),
	];
}

function unevenFilled(
	{ bySchool, element, fileName }: NeededColumn,
	schools: readonly School[],
): UnevenColumn | undefined {
	const extremes = extremesOf(
		bySchool.map((counts, school) => ({
			school: schools[school] as School,
			part: filled(counts),
			atMost: filled(counts),
			of: total(counts),
		})),
	);
	return extremes && { column: element.column, fileName, high: extremes[0], low: extremes[1] };
}

/** The columns that have one school, and so one cause, in common. */
function bySchoolOf(columns: readonly UnevenColumn[]): readonly (readonly UnevenColumn[])[] {
	const groups = new Map<string, UnevenColumn[]>();
	for (const one of columns) {
		const { label } = one.low.school;
		groups.set(label, [...(groups.get(label) ?? []), one]);
	}
	return [...groups.values()];
}

function unfilledAlarm(columns: readonly UnevenColumn[], schoolColumns: AlarmFacts['schoolColumns']): Alarm {
	const { column, fileName, high, low } = columns[0] as UnevenColumn;
	const names = wordList(columns.map((one) => one.column));
	const others = columns.slice(1).map((one) => one.column);
	const more = others.length > 0 ? ` The same holds for ${wordList(others)}.` : '';
	return {
		column,
		...(others.length > 0 && { otherColumns: others }),
		title: `${names} ${plural(columns.length, 'is', 'are')} nearly empty at one school`,
		message: `${percent(high)} of students at ${high.school.label} have a value, but ${percent(low)} at ${low.school.label}.${more} Check the export of ${low.school.label}.`,
		target: rowsAt(low.school, { fileName, column, show: 'empty' }, schoolColumns),
	};
}

/** Looks at the share of each code among students who have a value; the first code with an uneven one counts. */
function unevenCode(
	{ bySchool, element, fileName }: NeededColumn,
	schools: readonly School[],
	schoolColumns: AlarmFacts['schoolColumns'],
): Alarm | undefined {
	const { column } = element;
	for (const [option, code] of element.optionSet.options.entries()) {
		const extremes = extremesOf(
			bySchool.map((counts, school) => {
				const part = studentsWithCode(counts, option);
				const atMost = part + valueCounts(element, counts).wrong;
				return { school: schools[school] as School, part, atMost, of: filled(counts) };
			}),
		);
		if (!extremes) continue;
		const [high, low] = extremes;
		return {
			column,
			title: `${codeWithLabel(code)} is rare at one school`,
			message: `${percent(high)} of values at ${high.school.label} are ${codeWithLabel(code)}, but ${percent(low)} at ${low.school.label}. Check that both schools use this code the same way.`,
			target: rowsAt(low.school, { fileName, column, show: 'any' }, schoolColumns),
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

/** Rows of one school, or the column where they cannot be told from others by a value of the file. */
function rowsAt({ id }: School, target: RowsTarget, schoolColumns: AlarmFacts['schoolColumns']): RowsTarget {
	const column = schoolColumns.get(target.fileName);
	if (column === undefined || id === undefined) return { ...target, show: 'column' };
	return { ...target, among: { column, value: id } };
}

function percent({ part, of }: SchoolShare): string {
	return formatPercent(part, of);
}

function schoolLabel(id: string | undefined, names: ReadonlyMap<string, string>): string {
	if (id === undefined) return 'the other schools';
	if (id === '') return 'no school';
	const name = names.get(id);
	return name === undefined ? `school ${shown(id)}` : `${shown(name)} (${shown(id)})`;
}
