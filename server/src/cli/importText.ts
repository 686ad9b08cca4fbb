import { join } from 'node:path';
import { keyColumn } from '../convert/mapping/mapping';
import type { TargetPlan } from '../convert/understand/planTypes';
import { terminalText } from '../safeText';
import { alternatives, countOf, quoteUnlessDigits, shown, wordList } from '../wording';
import type { Colors } from './formats/format';
import { mappingFileName } from './importInput';
import type { ImportOutput, LeftOutRows } from './importOutput';
import type { ImportRun } from './importRun';

/** The most lines of one list; the JSON has all. */
const MOST = 100;

/** Why a column is settled, for people. */
const reasons = {
	name: 'by its name',
	values: 'by its values',
	codes: 'by a table of codes, or several columns',
	flags: 'by its yes and no',
	mapping: 'by the mapping',
} as const;

/** The output of an import for people: what was found, what is left, what is wrong, and what was written. */
export function* importText(run: ImportRun, output: ImportOutput, colors: Colors): Iterable<string> {
	for (const line of linesOf(run, output)) {
		yield typeof line === 'string' ? `${terminalText(line)}\n` : `${colors.bold(terminalText(line.title))}\n`;
	}
}

/** A line, or the title above some. */
type Line = string | { readonly title: string };

function* linesOf(run: ImportRun, output: ImportOutput): Iterable<Line> {
	const { plan, summary } = run;
	if (!plan || !summary) return;
	const system = output.system === null ? 'system not recognized' : output.system;
	yield { title: `${run.path}: ${countOf(summary.rows, 'row')}, ${system}` };
	if (run.mappingPath !== undefined) yield `Mapping: ${run.mappingPath}`;
	const categories = plan.targets.filter(({ kind }) => kind === 'category');
	const found = categories.filter(({ from }) => from.length > 0);
	yield { title: `Found ${found.length} of ${countOf(categories.length, 'category', 'categories')}:` };
	for (const { element, from, how } of [...plan.targets.filter(isKey), ...found]) {
		if (how !== null) yield `- ${element} from ${wordList(from.map((name) => shown(name)))}, ${reasons[how]}`;
	}
	if (output.open.length > 0) yield { title: 'Left for you to decide:' };
	yield* cut(output.open.map(({ element, value, rows }) => openLine(plan.targets, element, value, rows)));
	const problems = output.problems.filter(({ row }) => row !== null);
	if (problems.length > 0) yield { title: 'Rows to look at:' };
	yield* cut(problems.map(({ row, message }) => `- Row ${row}: ${message}`));
	for (const { row, message } of run.problems()) if (row === null) yield `- ${message}`;
	for (const each of output.leftOut ?? []) yield leftOutText(each);
	for (const warning of run.warnings())
		if (!output.problems.some(({ message }) => message === warning)) yield warning;
	for (const { path, rows } of run.written) yield { title: `Wrote ${path}: ${countOf(rows, 'row')}` };
	if (output.open.length > 0) yield wayOut(run);
}

/** Tells of rows that are no student's. */
export function leftOutText({ what, rows }: LeftOutRows): string {
	return `${countOf(rows, 'row')} left out: ${what}.`;
}

function isKey({ element }: TargetPlan): boolean {
	return element === keyColumn;
}

function openLine(
	targets: readonly TargetPlan[],
	element: string,
	value: string | null,
	rows: number,
): string {
	const target = targets.find((each) => each.element === element);
	if (value !== null) {
		const codes = (target?.values.find((each) => each.value === value)?.candidates ?? []).join(', ');
		return `- ${element}: ${quoteUnlessDigits(value)} in ${countOf(rows, 'row')}${codes === '' ? '' : ` (${codes}?)`}`;
	}
	const names = (target?.candidates ?? []).slice(0, MOST).map(({ name }) => `"${shown(name)}"`);
	return names.length > 0
		? `- ${element}: no column chosen. It may be ${alternatives(names)}`
		: `- ${element}: no column chosen`;
}

function* cut(lines: readonly string[]): Iterable<string> {
	yield* lines.slice(0, MOST);
	const hidden = lines.length - MOST;
	if (hidden > 0) yield `- and ${countOf(hidden, 'more', 'more')}. --format json lists all`;
}

function wayOut({ mappingPath, written, folder }: ImportRun): string {
	const place = mappingPath ?? join(folder, mappingFileName);
	const again = written.length > 0 ? ' Then import again with --force.' : '';
	return `To decide: import the file in VS Code, or write ${place} as docs/import.md says.${again}`;
}
