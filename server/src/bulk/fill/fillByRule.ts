import { isUnseen, trimUnseen } from '../../characters';
import type { FillRule } from '../../settings';
import type { Element } from '../../spec';
import { meaningOf, meansEmpty, normalizedValue } from '../../spec/meaning';
import { shown } from '../../wording';
import { type ProgressRange, type Steps, stepsIn } from '../../work/steps';
import { unclosedProblem } from '../headerProblems';
import { ReadableRows } from '../readableRows';
import type { Refusal } from '../results';
import { eachRow, type TableFile } from '../rowReader';
import { type FieldDecision, type FilledRows, fillRows } from './fillRows';
import type { RuleDisagreement } from './fillTypes';
import { type FoundColumn, findColumn } from './findColumn';
import { possibleIds } from './possibleIds';
import { kindOfRow } from './rowKind';
import { targetProblem, valueProblem } from './targetColumn';

/** The edits of a rule, and what they do. */
export interface FilledByRule extends FilledRows {
	/** The file that changes. */
	readonly file: TableFile;
	/** The name of the file that the rule looks at. */
	readonly lookedAt: string;
	readonly disagreeing: RuleDisagreement;
}

/** What the rows of a student say about the condition of a rule. */
type Verdict =
	/** No row has a value. */
	| 'empty'
	| 'match'
	| 'no match'
	/** The rows disagree. */
	| 'conflict'
	/** A row cannot be read. */
	| 'unreadable';

/** How many students are listed. */
const MAX_LISTED = 1000;

const PROGRESS = { read: [0, 0.5], fill: [0.5, 1] } as const satisfies Record<string, ProgressRange>;

/** Fills a column as a rule says, in every row of each student. Nothing is done where a part of the rule has no meaning. */
export function* applyFillRule(files: readonly TableFile[], rule: FillRule): Steps<FilledByRule | Refusal> {
	const columns = columnsOf(files, rule);
	if ('problem' in columns) return columns;
	const { when, target } = columns;
	const verdicts = yield* stepsIn(PROGRESS.read, readVerdicts(when, rule.when.is));
	if (!(verdicts instanceof Map)) return verdicts;
	const isEmptyMatch = rule.when.is?.some((value) => isEmptyIn(when.element, value)) ?? false;
	const decisions = decisionsOf(rule, isEmptyMatch);
	const decide = (id: string): FieldDecision | undefined => {
		const verdict = verdicts.get(id);
		return verdict && decisions[verdict];
	};
	const task = {
		column: target,
		decide,
		receivers: function* () {
			for (const [id, verdict] of verdicts) if ('put' in decisions[verdict]) yield id;
		},
		onlyWhereEmpty: rule.onlyWhereEmpty,
	};
	const filled = yield* stepsIn(PROGRESS.fill, fillRows(target.file, [task]));
	if ('problem' in filled) return filled;
	const lookedAt = when.file.layout.table.fileName;
	return { ...filled, file: target.file, lookedAt, disagreeing: disagreementOf(verdicts) };
}

function disagreementOf(verdicts: ReadonlyMap<string, Verdict>): RuleDisagreement {
	const ids: string[] = [];
	let count = 0;
	for (const [id, verdict] of verdicts) {
		if (verdict === 'conflict' && ++count <= MAX_LISTED) ids.push(id);
	}
	return { ids, count };
}

/** What keeps a rule from being used with these files, in a sentence for people; undefined if nothing does. */
export function ruleProblem(files: readonly TableFile[], rule: FillRule): string | undefined {
	const columns = columnsOf(files, rule);
	return 'problem' in columns ? columns.problem : undefined;
}

function columnsOf(
	files: readonly TableFile[],
	rule: FillRule,
): { readonly when: FoundColumn; readonly target: FoundColumn } | Refusal {
	const when = findColumn(files, rule.when);
	if ('problem' in when) return when;
	const target = findColumn(files, rule.set);
	if ('problem' in target) return target;
	const values = [rule.set.code, ...(rule.else === undefined ? [] : [rule.else])];
	const problem =
		whenProblem(when) ??
		targetProblem(target) ??
		values.map((value) => valueProblem(target, value)).find((found) => found !== undefined);
	if (problem !== undefined) return { problem };
	return when.file === target.file && when.index === target.index
		? { problem: 'A rule fills another column than the one it looks at.' }
		: { when, target };
}

function whenProblem({ element, file, header, index }: FoundColumn): string | undefined {
	if (index === undefined) {
		return `${file.layout.table.fileName} has no column ${shown(header)} to look at.`;
	}
	return element?.kind === 'secret' ? `${shown(header)} is never shown, so no rule looks at it.` : undefined;
}

function decisionsOf(rule: FillRule, isEmptyMatch: boolean): Readonly<Record<Verdict, FieldDecision>> {
	const match: FieldDecision = { put: rule.set.code };
	const noMatch: FieldDecision = rule.else === undefined ? { left: 'nothing' } : { put: rule.else };
	return {
		match,
		'no match': noMatch,
		empty: isEmptyMatch ? match : noMatch,
		conflict: { left: 'conflict' },
		unreadable: { left: 'unreadable there' },
	};
}

/** Reads by ID what each student's rows say. An empty field says nothing where another row has a value. */
function* readVerdicts(
	{ file, index = 0, element }: FoundColumn,
	is: readonly string[] | undefined,
): Steps<Map<string, Verdict> | Refusal> {
	const matches = matcher(element, is);
	const verdicts = new Map<string, Verdict>();
	const rows = new ReadableRows();
	yield* eachRow(file, (row) => {
		const kind = kindOfRow(row, rows, file);
		if (kind === 'no student') return;
		if (kind === 'unreadable') {
			for (const id of possibleIds(row)) verdicts.set(id, 'unreadable');
			return;
		}
		const { id } = row;
		if (id === '') return;
		const earlier = verdicts.get(id);
		const now = matches(row.at(index));
		if (earlier === undefined || earlier === 'empty') verdicts.set(id, now);
		else if (earlier !== 'unreadable' && now !== 'empty' && now !== earlier) verdicts.set(id, 'conflict');
	});
	return rows.unclosed === undefined ? verdicts : unclosedProblem(file, rows.unclosed);
}

/** Tells whether a value is one of the values, by what they mean in the column. */
function matcher(
	element: Element | undefined,
	is: readonly string[] | undefined,
): (value: string) => 'empty' | 'match' | 'no match' {
	const set = element?.optionSet;
	// A word such as NA, which is no certain value of the column, has no meaning to compare by.
	const keyOf = (value: string): string => (set && meaningOf(set, value)) ?? normalizedValue(value);
	const keys = is && new Set(is.filter((value) => !isEmptyIn(element, value)).map(keyOf));
	return (value) => {
		if (isEmptyIn(element, trimUnseen(value))) return 'empty';
		return !keys || keys.has(keyOf(value)) ? 'match' : 'no match';
	};
}

/** Whether a value stands for an empty field: in a column of codes, a word such as N/A does, too. */
function isEmptyIn(element: Element | undefined, value: string): boolean {
	const set = element?.optionSet;
	return isUnseen(value) || (set !== undefined && meansEmpty(set, value));
}
