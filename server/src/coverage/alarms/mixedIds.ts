import { studentTables } from '../../spec';
import { twoKindsOfIds } from '../../spec/exportFaults';
import { countOf, formatNumber, plural, wordList } from '../../wording';
import { isGuid, isNumber } from '../counting/blockCounts';
import { type IdWidths, type StudentCounts, total } from '../counting/counts';
import type { Alarm, RowsTarget } from '../reportTypes';
import { type AlarmFacts, areFoundAlready } from './alarmFacts';

/** More schools than these are not filtered for. */
const MAX_SCHOOLS = 50;

/** A column with IDs of two kinds. */
interface MixedColumn {
	readonly column: string;
	readonly sentence: string;
	readonly target: RowsTarget;
}

/** Finds columns in which some IDs are GUIDs and others numbers: two exports were combined. One alarm tells all of them. */
export function mixedIds(counts: StudentCounts, facts: AlarmFacts): readonly Alarm[] {
	const mixed = [...columnsOf(counts, facts), ...schoolColumnOf(counts)];
	const [first] = mixed;
	if (!first) return [];
	const { column, target } = first;
	return [
		{
			column,
			title: `IDs of two kinds in ${wordList([...new Set(mixed.map((one) => one.column))])}`,
			message: `${mixed.map(({ sentence }) => sentence).join(' ')} Use one kind.`,
			cause: twoKindsOfIds.cause,
			target,
		},
	];
}

function columnsOf({ idWidths }: StudentCounts, facts: AlarmFacts): readonly MixedColumn[] {
	const mixed = idWidths.filter((ids) => {
		const { guids } = ids;
		const numbers = numbersIn(ids);
		return guids > 0 && numbers > 0 && !areFoundAlready(Math.min(guids, numbers), ids, facts);
	});
	// The key of the other file has the same IDs.
	const firstKey = mixed.find(({ isKey }) => isKey);
	return mixed
		.filter((ids) => !ids.isKey || ids === firstKey)
		.map((ids) => {
			const { column, fileName, guids } = ids;
			return {
				column,
				sentence: `${countOf(guids, 'ID')} in ${column} of ${fileName} ${plural(guids, 'is a GUID', 'are GUIDs')}, ${formatNumber(numbersIn(ids))} ${plural(numbersIn(ids), 'is a number', 'are numbers')}.`,
				target: { fileName, column, show: 'column' },
			};
		});
}

function numbersIn({ widths }: IdWidths): number {
	return total([...widths.values()]);
}

function schoolColumnOf({ schools = [] }: StudentCounts): readonly MixedColumn[] {
	const table = studentTables.find(({ schoolColumn }) => schoolColumn !== undefined);
	const ids = schools.flatMap(({ id, students }) => (id && students > 0 ? [id] : []));
	const guids = ids.filter(isGuid);
	const numbers = ids.filter(isNumber);
	if (!table?.schoolColumn || guids.length === 0 || numbers.length === 0) return [];
	const { fileName, schoolColumn: column } = table;
	// The rarer kind is the one to look at.
	const rarer = guids.length <= numbers.length ? guids : numbers;
	return [
		{
			column,
			sentence: `${countOf(guids.length, 'school')} in ${column} ${plural(guids.length, 'is a GUID', 'are GUIDs')}, ${formatNumber(numbers.length)} ${plural(numbers.length, 'is a number', 'are numbers')}.`,
			target: { fileName, column, show: rarer.length > MAX_SCHOOLS ? 'column' : { values: rarer } },
		},
	];
}
