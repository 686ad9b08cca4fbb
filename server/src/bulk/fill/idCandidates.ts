import { findElement, type Table } from '../../spec';
import { columnsMeantBy } from '../../spec/headerMeaning';
import { type ProgressRange, type Steps, stepsIn } from '../../work/steps';
import { eachRow, type TableFile } from '../rowReader';
import { nameReader } from '../unknownRowDetails';
import { eachListRow, listValue, type StudentList } from './list';
import type { IdCandidate, IdSample, ListColumn } from './listTypes';
import type { StudentIds } from './studentIds';

/** How many students of a candidate are shown, and how many whose IDs match only but for leading zeros. */
const MAX_SAMPLES = 3;

const PROGRESS = { count: [0, 0.7], names: [0.7, 1] } as const satisfies Record<string, ProgressRange>;

/** A column of a list and a column of ours, as they are compared. */
interface Pair {
	readonly index: number;
	readonly ids: StudentIds;
	readonly filled: number;
	readonly byName: boolean;
	exact: number;
	zeros: number;
	twins: number;
	disputed: number;
	readonly samples: (readonly [listed: string, ours: string])[];
	readonly students: (readonly [listed: string, key: string])[];
}

/** The columns of a list that may hold the IDs of our students, the likeliest first. */
export function* idCandidates(
	list: StudentList,
	identity: TableFile,
	keys: readonly StudentIds[],
	columns: readonly ListColumn[],
	tables: readonly Table[],
): Steps<readonly IdCandidate[]> {
	const compared = columns.map(({ index, name, filled }) => {
		const meant = keyMeantBy(name, tables);
		return keys.map((ids): Pair => {
			const counts = { exact: 0, zeros: 0, twins: 0, disputed: 0, samples: [], students: [] };
			return { index, ids, filled, byName: ids.column === meant, ...counts };
		});
	});
	const count = eachListRow(list, (row) => {
		for (const pairs of compared) compare(listValue(row, pairs[0]?.index ?? 0), pairs);
	});
	yield* stepsIn(PROGRESS.count, count);
	const found = compared
		.map((pairs) => pairs.filter((pair) => foundIn(pair) > 0).sort(likelierFirst))
		.sort((a, b) => mostFound(b) - mostFound(a) || Number(isByName(b)) - Number(isByName(a)))
		.flat();
	const shown = new Set(found.flatMap(({ students }) => students.map(([, key]) => key)));
	const names = yield* stepsIn(PROGRESS.names, namesOf(identity, shown));
	return found.map(({ index, ids, filled, byName, exact, zeros, twins, disputed, samples, students }) => ({
		column: index,
		key: ids.column,
		filled,
		byName,
		exact,
		zeros,
		twins,
		disputed,
		samples,
		students: students.map(([listed, key]): IdSample => ({ listed, key, name: names.get(key) ?? '' })),
	}));
}

function compare(value: string, pairs: readonly Pair[]): void {
	if (value === '') return;
	const students = new Set<string>();
	const matching: Pair[] = [];
	for (const pair of pairs) {
		const match = pair.ids.find(value, true);
		if (match.kind !== 'exact' && match.kind !== 'zeros') continue;
		if (match.kind === 'exact') {
			pair.exact++;
			if (match.hasTwin) pair.twins++;
		} else {
			pair.zeros++;
			if (pair.samples.length < MAX_SAMPLES) pair.samples.push([value, match.id]);
		}
		if (pair.students.length < MAX_SAMPLES) pair.students.push([value, match.id]);
		students.add(match.id);
		matching.push(pair);
	}
	if (students.size > 1) for (const pair of matching) pair.disputed++;
}

/** The header decides between IDs of ours of which one has nearly as many students as the other. */
function likelierFirst(a: Pair, b: Pair): number {
	if (a.byName && foundIn(a) * 2 >= foundIn(b)) return -1;
	if (b.byName && foundIn(b) * 2 >= foundIn(a)) return 1;
	return foundIn(b) - foundIn(a) || b.exact - a.exact;
}

function foundIn({ exact, zeros }: Pair): number {
	return exact + zeros;
}

function mostFound(pairs: readonly Pair[]): number {
	return Math.max(0, ...pairs.map(foundIn));
}

function isByName(pairs: readonly Pair[]): boolean {
	return pairs.some(({ byName }) => byName);
}

/** The column of ours that a header is certain to mean. */
function keyMeantBy(header: string, tables: readonly Table[]): string | undefined {
	for (const table of tables) {
		const declared = findElement(table, header)?.column;
		if (declared !== undefined) return declared;
	}
	const [usual, other] = columnsMeantBy(header).filter(({ isUsual }) => isUsual);
	return other ? undefined : usual?.column;
}

function* namesOf(identity: TableFile, keys: ReadonlySet<string>): Steps<ReadonlyMap<string, string>> {
	const names = new Map<string, string>();
	const { layout } = identity;
	const nameIn = nameReader(layout, layout.table);
	yield* eachRow(identity, (row) => {
		if (keys.has(row.id) && row.isReadable && !names.has(row.id)) names.set(row.id, nameIn(row));
	});
	return names;
}
