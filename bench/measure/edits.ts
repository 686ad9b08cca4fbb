/** Measures one large edit in process, in turn with opening the resulting text. */
import { readFileSync } from 'node:fs';
import { readArgs, report } from '../child';
import { type Checker, type ContentChange, checkerOf, fixAllEdits, publish } from '../core';
import { assertFindings, type Contents, codeColumns, rowsOf } from '../data';
import { changeColumn, fixAll } from '../places';

export type EditKind = 'paste' | 'delete' | 'fix all' | 'column';

export interface EditArgs {
	readonly path: string;
	readonly contents: Contents;
	readonly kind: EditKind;
	/** How many rows or fields the edit changes. */
	readonly size: number;
	readonly rounds: number;
}

export interface EditFigures {
	readonly edit: readonly number[];
	readonly reopenMs: readonly number[];
	/** How long *Fix All* takes to make its edits and to read their result again; none for other kinds. */
	readonly fixAllMs: readonly number[];
}

const WARM_UP = 2;

const { path, contents, kind, size, rounds } = readArgs<EditArgs>();
const text = readFileSync(path, 'utf8');
const checker = checkerOf(text);
checker.run();
assertFindings(checker, contents);

/** The changes of the edit, and those that undo it. */
function edits(): { changes: readonly ContentChange[]; undo: readonly ContentChange[] } {
	const middle = { line: 1 + (contents.rows >> 1), character: 0 };
	const after = { line: middle.line + size, character: 0 };
	if (kind === 'paste') {
		// New students without wrong codes.
		const pasted = rowsOf({ rows: contents.rows, findings: 0 }, contents.rows, contents.rows + size);
		return {
			changes: [{ range: { start: middle, end: middle }, text: pasted }],
			undo: [{ range: { start: middle, end: after }, text: '' }],
		};
	}
	if (kind === 'delete') {
		const deleted = text.split('\n').slice(middle.line, after.line);
		return {
			changes: [{ range: { start: middle, end: after }, text: '' }],
			undo: [{ range: { start: middle, end: middle }, text: `${deleted.join('\n')}\n` }],
		};
	}
	if (kind === 'fix all') return fixAll(text, contents);
	const language = codeColumns.find(
		({ column }) => column === 'Home_language',
	) as (typeof codeColumns)[number];
	const every = Math.floor(contents.rows / size);
	const [first = '', second = ''] = language.codes;
	return changeColumn(text, language.index, every, (before) => (before === first ? second : first));
}

let version = 2;
function apply(to: Checker, changes: readonly ContentChange[]): number {
	const began = performance.now();
	to.document.update(changes, version++);
	to.run();
	publish(to);
	return performance.now() - began;
}

/** Makes the edits of *Fix All*, and returns the milliseconds that it takes. */
function madeFixes(): number {
	const began = performance.now();
	const fixes = fixAllEdits(checker);
	const ms = performance.now() - began;
	if (fixes.length !== checker.tally.fixable) throw new Error(`fix all: ${fixes.length} edits`);
	return ms;
}

const { changes, undo } = edits();
const edit: number[] = [];
const reopenMs: number[] = [];
const fixAllMs: number[] = [];
for (let round = 0; round < WARM_UP + rounds; round++) {
	const made = kind === 'fix all' ? madeFixes() : undefined;
	const edited = apply(checker, changes);
	// One flat string, as it would come from a message.
	const result = Buffer.from(checker.document.getText()).toString();
	const began = performance.now();
	const reopened = checkerOf(result);
	reopened.run();
	const opened = performance.now() - began;
	if (reopened.findings().length !== checker.findings().length)
		throw new Error(`${kind}: the findings differ from those of a new check`);
	apply(checker, undo);
	if (round < WARM_UP) continue;
	edit.push(edited);
	if (made !== undefined) fixAllMs.push(made);
	reopenMs.push(opened);
}
assertFindings(checker, contents);
report({ edit, reopenMs, fixAllMs } satisfies EditFigures);
