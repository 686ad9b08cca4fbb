import { isUnseen, visibleText } from '../../characters';
import { importCode } from '../../spec/exportValues';
import { isNullWord } from '../../spec/meaning';
import { shown } from '../../wording';
import { type ProgressRange, type Steps, stepsIn } from '../../work/steps';
import type { Refusal } from '../results';
import type { TableFile } from '../rowReader';
import { type ColumnToFill, type FieldDecision, type FilledRows, fillRows } from './fillRows';
import { type FoundColumn, findColumn } from './findColumn';
import { eachListRow, listValue, type StudentList } from './list';
import { ListDoubts } from './listDoubts';
import type { ListChoice, ListFillCounts, ListTarget, ListValue, ListValues, UnusedRow } from './listTypes';
import { linesBelow } from './possibleIds';
import { readStudentIds, type StudentIds } from './studentIds';
import { targetProblem, valueProblem } from './targetColumn';

/** The edits of both files, and what they do. */
export interface FilledFromList extends ListFillCounts {
	readonly files: readonly { readonly file: TableFile; readonly filled: FilledRows }[];
}

/** How many unused rows, and how many values of a column, are listed. */
const MAX_LISTED = 1000;

const PROGRESS = {
	students: [0, 0.3],
	list: [0.3, 0.5],
	first: [0.5, 0.75],
	second: [0.75, 1],
} as const satisfies Record<string, ProgressRange>;

/** What the list says of a student for one column. */
type Wanted = FieldDecision | undefined;

/** The values of a column of a list, and what they mean in a column of ours. */
export function* listValues(
	list: StudentList,
	files: readonly TableFile[],
	target: ListTarget,
): Steps<ListValues | Refusal> {
	const column = findColumn(files, target);
	if ('problem' in column) return column;
	const problem = targetProblem(column);
	if (problem !== undefined) return { problem };
	const counts = new Map<string, ListValue>();
	yield* eachListRow(list, (row) => {
		const text = row.record[target.from] ?? '';
		const value = listValue(row, target.from);
		if (value === '') return;
		const earlier = counts.get(value);
		const isClear = !earlier || earlier.code !== undefined;
		const code = isClear ? codeOf(column, text) : undefined;
		counts.set(value, { value, rows: (earlier?.rows ?? 0) + 1, code });
	});
	const values = [...counts.values()].sort(
		(a, b) => Number(a.code !== undefined) - Number(b.code !== undefined) || b.rows - a.rows,
	);
	return {
		values: values.slice(0, MAX_LISTED),
		unlisted: Math.max(0, values.length - MAX_LISTED),
		codes: column.element?.optionSet?.options.map(({ code, label }) => ({ code, label })),
	};
}

/** Fills columns of both files from a list, in every row of each student. */
export function* fillFromList(
	list: StudentList,
	files: readonly TableFile[],
	identity: TableFile,
	choice: ListChoice,
): Steps<FilledFromList | Refusal> {
	const found = choice.targets.map((target) => ({ target, column: findColumn(files, target) }));
	const targets: { target: ListTarget; column: FoundColumn; wanted: Map<string, Wanted> }[] = [];
	for (const { target, column } of found) {
		if ('problem' in column) return column;
		const problem = problemOfTarget(target, column);
		if (problem !== undefined) return { problem };
		if (targets.some((one) => one.column.file === column.file && one.column.header === column.header)) {
			return { problem: `Two columns of the list would fill ${shown(column.header)}. Choose one of them.` };
		}
		targets.push({ target, column, wanted: new Map() });
	}
	const keys = yield* stepsIn(PROGRESS.students, readStudentIds(identity));
	if ('problem' in keys) return keys;
	const ids = keys.find(({ column }) => column === choice.ids.key);
	if (!ids) return { problem: `${identity.layout.table.fileName} has no column ${shown(choice.ids.key)}.` };

	let matched = 0;
	let unused = 0;
	const doubts = new ListDoubts(ids, choice, MAX_LISTED);
	for (const row of list.unreadable) doubts.add(row, row.why);
	const unusedRows: UnusedRow[] = [];
	const disagreeing = new Set<string>();
	const readList = eachListRow(list, (row) => {
		if (doubts.hasRows(row)) {
			doubts.add(row, 'A value of several lines may hold rows of other students.');
			return;
		}
		const value = listValue(row, choice.ids.column);
		const match = matchOf(ids, value, choice.mindZeros);
		if ('why' in match) {
			unused++;
			if (unusedRows.length < MAX_LISTED) unusedRows.push({ row: row.row, id: value, why: match.why });
			return;
		}
		matched++;
		for (const { target, column, wanted } of targets) {
			const now = decisionFor(target, column, row.record[target.from] ?? '');
			const decision = joined(wanted.get(match.id), now);
			wanted.set(match.id, decision);
			if (decision && 'left' in decision && decision.left === 'conflict') disagreeing.add(match.id);
		}
	});
	yield* stepsIn(PROGRESS.list, readList);
	for (const { wanted } of targets)
		for (const id of doubts.students) wanted.set(id, { left: 'unreadable there' });

	const results: { file: TableFile; filled: FilledRows }[] = [];
	const ranges = [PROGRESS.first, PROGRESS.second] as const;
	for (const [at, file] of files.entries()) {
		const columns = targets
			.filter(({ column }) => column.file === file)
			.map(({ column, wanted }) => columnToFill(column, wanted, choice.onlyWhereEmpty));
		if (columns.length === 0) continue;
		const filled = yield* stepsIn(ranges[at] ?? PROGRESS.second, fillRows(file, columns));
		if ('problem' in filled) return filled;
		results.push({ file, filled });
	}
	return {
		files: results,
		columns: results.flatMap(({ filled }) => filled.counts),
		matched,
		unused,
		unusedRows,
		unreadable: doubts.count,
		unreadableRows: doubts.rows,
		disagreeing: [...disagreeing],
		conflicts: results.flatMap(({ filled }) => filled.conflicts),
	};
}

function problemOfTarget({ codes }: ListTarget, column: FoundColumn): string | undefined {
	const chosen = Object.values(codes ?? {}).filter((code) => code !== null);
	return (
		targetProblem(column) ??
		chosen.map((code) => valueProblem(column, code)).find((problem) => problem !== undefined)
	);
}

function columnToFill(
	column: FoundColumn,
	wanted: ReadonlyMap<string, Wanted>,
	onlyWhereEmpty: boolean,
): ColumnToFill {
	return {
		column,
		decide: (id) => wanted.get(id),
		receivers: function* () {
			for (const [id, decision] of wanted) if (decision && 'put' in decision) yield id;
		},
		onlyWhereEmpty,
	};
}

function matchOf(
	ids: StudentIds,
	value: string,
	mindZeros: boolean,
): { readonly id: string } | { readonly why: UnusedRow['why'] } {
	if (value === '') return { why: 'no ID' };
	const match = ids.find(value, mindZeros);
	if (match.kind === 'exact') return match;
	if (match.kind === 'zeros') return mindZeros ? { why: 'zeros' } : match;
	if (match.kind === 'doubtful') return { why: 'doubtful' };
	return { why: match.kind === 'several' ? 'several students' : 'no student' };
}

function decisionFor(target: ListTarget, column: FoundColumn, text: string): FieldDecision {
	const value = visibleText(text);
	if (isUnseen(value)) return { left: 'nothing' };
	const { codes } = target;
	const chosen = codes && Object.hasOwn(codes, value) ? codes[value] : codeOf(column, text);
	if (chosen === '') return { left: 'nothing' };
	return chosen === undefined || chosen === null ? { left: 'unclear' } : { put: chosen };
}

/** What two rows of a student say together. A row without a value says nothing; one with an unclear value may say anything. */
function joined(one: Wanted, other: FieldDecision): FieldDecision {
	if (one === undefined || ('left' in one && one.left === 'nothing')) return other;
	if ('left' in other) {
		const keeps = other.left === 'nothing' || ('left' in one && one.left === 'conflict');
		return keeps ? one : other;
	}
	if ('left' in one) return one;
	return one.put === other.put ? one : { left: 'conflict' };
}

/**
 * The code that a text of a list becomes, or its value where our column takes any; undefined if that is not certain, as
 * of lines that a quote may have swallowed, of a word for an empty field and of an error of a spreadsheet.
 */
function codeOf(column: FoundColumn, text: string): string | undefined {
	const value = visibleText(text);
	const set = column.element?.optionSet;
	if (set) return importCode(set, value);
	// Na is a last name, too, so a person decides.
	const isCertain = linesBelow(text).length === 0 && !isNullWord(value);
	return isCertain && valueProblem(column, value) === undefined ? value : undefined;
}
