import { ActiveRules } from '../check/activeRules';
import { messageOf } from '../check/finding';
import { firstFieldProblem, planColumns } from '../check/record/columnPlan';
import { severities } from '../rules/rule';
import { defaultSettings } from '../settings';
import type { OptionSet } from '../spec';
import { certainCode } from '../spec/meaning';
import { columnLetters, shown } from '../wording';
import { type ProgressRange, type Steps, stepsIn } from '../work/steps';
import { headerProblem } from './headerProblems';
import { ReadableRows } from './readableRows';
import type { ColumnCount, ColumnValues, Refusal, ValueCount } from './results';
import { eachRow, type TableFile } from './rowReader';

/** How many values are listed: as many as a person may look through. */
const MAX_LISTED_VALUES = 1000;

/** Values per step. */
const STEP = 256;

const PROGRESS = { count: [0, 0.9], judge: [0.9, 1] } as const satisfies Record<string, ProgressRange>;

/** Counts the filled fields of each column, in the rows that can be read. */
export function* columnCounts(file: TableFile): Steps<readonly ColumnCount[] | Refusal> {
	const problem = headerProblem(file);
	if (problem) return { problem };
	const { columns } = file.layout;
	const filled = columns.map(() => 0);
	const readable = new ReadableRows();
	let rows = 0;
	yield* eachRow(file, (row) => {
		if (!readable.check(row)) return;
		rows++;
		for (const { index } of columns) if (row.at(index) !== '') filled[index] = (filled[index] ?? 0) + 1;
	});
	return columns.map(({ index }) => columnCount(file, index, filled[index] ?? 0, rows));
}

/**
 * Counts the values of a column, in the rows that can be read.
 *
 * @param column 0-based.
 * @param listedAlways a value to list however rare it is, such as the one under the cursor.
 */
export function* columnValues(
	file: TableFile,
	column: number,
	listedAlways?: string,
): Steps<ColumnValues | Refusal> {
	const problem = headerProblem(file);
	if (problem) return { problem };
	const counts = new Map<string, number>();
	const readable = new ReadableRows();
	let rows = 0;
	const count = eachRow(file, (row) => {
		if (!readable.check(row)) return;
		rows++;
		const value = row.at(column);
		counts.set(value, (counts.get(value) ?? 0) + 1);
	});
	yield* stepsIn(PROGRESS.count, count);
	const empty = counts.get('') ?? 0;
	counts.delete('');
	const element = file.layout.columns[column]?.element;
	const kind = element?.kind === 'key' || element?.kind === 'secret' ? element.kind : 'other';
	const judge = valueProblems(file, column);
	// Of a million values a thousand are listed, so only the place in the list is kept of each.
	const all = yield* stepsIn(
		PROGRESS.judge,
		mapped(kind === 'secret' ? [] : [...counts], ([value, count]) => ({
			value,
			count,
			seriousness: seriousness(judge(value)),
		})),
	);
	all.sort((a, b) => a.seriousness - b.seriousness || b.count - a.count);
	const listed = all
		.filter(({ value }, index) => index < MAX_LISTED_VALUES || value === listedAlways)
		.map(
			({ value, count }): ValueCount => ({
				value,
				count,
				...judge(value),
				...meantCode(element?.optionSet, value),
			}),
		);
	return {
		...columnCount(file, column, rows - empty, rows),
		values: listed,
		unlisted: all.length - listed.length,
		codes: element?.optionSet?.options.map(({ code, label }) => ({ code, label })),
		kind,
	};
}

/** Maps a list in steps. */
function* mapped<A, B>(list: readonly A[], map: (item: A) => B): Steps<B[]> {
	const results: B[] = [];
	for (const item of list) {
		results.push(map(item));
		if (results.length % STEP === 0) yield results.length / list.length;
	}
	return results;
}

/** Tells what is wrong with a value of a column, by the rules that are on. */
function valueProblems(
	{ layout, active = new ActiveRules(defaultSettings) }: TableFile,
	column: number,
): (value: string) => Pick<ValueCount, 'problem'> {
	const plan = planColumns(layout, active).find((one) => one.column === column);
	return (value) => {
		const found = plan && firstFieldProblem(plan, layout, value, active);
		if (!found) return {};
		const { rule, problem } = found;
		return {
			problem: { severity: active.severityOf(rule, problem), message: messageOf({ problem, record: 0 }) },
		};
	};
}

/** Sorts the worst values first; those without a problem come last. */
function seriousness({ problem }: Pick<ValueCount, 'problem'>): number {
	return problem ? severities.indexOf(problem.severity) : severities.length;
}

function meantCode(set: OptionSet | undefined, value: string): Pick<ValueCount, 'meant' | 'standsForEmpty'> {
	const code = set && certainCode(set, value);
	if (code === '') return { standsForEmpty: true };
	return code && code !== value ? { meant: code } : {};
}

function columnCount({ layout }: TableFile, index: number, filled: number, rows: number): ColumnCount {
	return {
		index,
		name: shown(layout.nameOf(index)),
		letter: columnLetters(index),
		filled,
		empty: rows - filled,
	};
}
