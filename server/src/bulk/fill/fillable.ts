import { trimUnseen } from '../../characters';
import type { FillRule, SavedFillRule } from '../../settings';
import { type Element, isExtension } from '../../spec';
import { type ProgressRange, type Steps, stepsIn } from '../../work/steps';
import { columnCounts } from '../columnValues';
import { headerProblem } from '../headerProblems';
import type { Refusal } from '../results';
import type { TableFile } from '../rowReader';
import { ruleProblem } from './fillByRule';

/** A column of one of the two files, as a rule or a list may name it. */
export interface FillableColumn {
	readonly fileName: string;
	/** The header without outer spaces. */
	readonly column: string;
	/** 0-based; undefined for a declared column that the file may get. */
	readonly index?: number | undefined;
	/** Its letters in a spreadsheet, where the file has it. */
	readonly letter?: string | undefined;
	readonly filled: number;
	readonly empty: number;
	/** What it holds, in a few words for people; empty for a column of another partner. */
	readonly title: string;
	/** Whether it holds the student ID, or passwords: neither is filled, and passwords are not looked at. */
	readonly kind: 'key' | 'secret' | 'other';
	/** Its codes; undefined if it takes any text. */
	readonly codes?: readonly { readonly code: string; readonly label: string }[] | undefined;
}

/** A saved rule, and what keeps it from being used. */
export interface CheckedFillRule {
	readonly name: string;
	readonly rule?: FillRule | undefined;
	readonly problem?: string | undefined;
}

const PROGRESS: readonly ProgressRange[] = [
	[0, 0.5],
	[0.5, 1],
];

/** The columns of both files, and after them the declared columns that they do not have. */
export function* fillableColumns(files: readonly TableFile[]): Steps<readonly FillableColumn[] | Refusal> {
	const all: FillableColumn[] = [];
	const missing: FillableColumn[] = [];
	for (const [at, file] of files.entries()) {
		const counts = yield* stepsIn(PROGRESS[at] ?? [0, 1], columnCounts(file));
		if ('problem' in counts) return counts;
		const { columns, table } = file.layout;
		const { fileName, role } = table;
		for (const { header, element, name, duplicateOf, index } of columns) {
			const count = counts[index];
			if (!count || name === '' || duplicateOf !== undefined) continue;
			const { filled, empty, letter } = count;
			all.push({ fileName, column: trimUnseen(header), index, letter, filled, empty, ...about(element) });
		}
		for (const element of table.elements) {
			const isHome = isExtension(element.column) === (role === 'extension');
			if (element.kind !== 'demographic' || !isHome || file.layout.indexOf(element.column) >= 0) continue;
			missing.push({ fileName, column: element.column, filled: 0, empty: 0, ...about(element) });
		}
	}
	// A column that the other file has is not missing.
	return [...all, ...missing.filter(({ column }) => !all.some((one) => one.column === column))];
}

/** Tells of saved rules which of them can be used with these files. */
export function checkedRules(
	files: readonly TableFile[],
	saved: readonly SavedFillRule[],
): readonly CheckedFillRule[] {
	return saved.map((one) => {
		if ('problem' in one) return one;
		const problem =
			files.map(headerProblem).find((found) => found !== undefined) ?? ruleProblem(files, one.rule);
		return { ...one, problem };
	});
}

function about(element: Element | undefined): Pick<FillableColumn, 'title' | 'kind' | 'codes'> {
	return {
		title: element?.title ?? '',
		kind: element?.kind === 'key' || element?.kind === 'secret' ? element.kind : 'other',
		codes: element?.optionSet?.options.map(({ code, label }) => ({ code, label })),
	};
}
