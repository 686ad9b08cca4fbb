/** One large edit, in process, in turn with opening its result anew. */
import { readFileSync } from 'node:fs';
import { given, report } from '../child';
import { type Checker, type ContentChange, checkerOf, publish } from '../core';
import { assertFindings, type Contents, codeColumns, rowsOf } from '../data';
import { changeColumn, fixAll } from '../places';

export type EditKind = 'paste' | 'delete' | 'fix all' | 'column';

export interface EditArgs {
	readonly path: string;
	readonly contents: Contents;
	readonly kind: EditKind;
	/** Rows, or fields. */
	readonly size: number;
	readonly rounds: number;
}

export interface EditFigures {
	readonly edit: readonly number[];
	readonly fresh: readonly number[];
}

const WARM_UP = 2;

const { path, contents, kind, size, rounds } = given<EditArgs>();
const text = readFileSync(path, 'utf8');
const checker = checkerOf(text);
checker.run();
assertFindings(checker, contents);

/** The event, and the one that takes it back. */
function edits(): { changes: readonly ContentChange[]; undo: readonly ContentChange[] } {
	const middle = { line: 1 + (contents.rows >> 1), character: 0 };
	const behind = { line: middle.line + size, character: 0 };
	if (kind === 'paste') {
		// Students of their own, and as many wrong codes among them as elsewhere none.
		const pasted = rowsOf({ rows: contents.rows, findings: 0 }, contents.rows, contents.rows + size);
		return {
			changes: [{ range: { start: middle, end: middle }, text: pasted }],
			undo: [{ range: { start: middle, end: behind }, text: '' }],
		};
	}
	if (kind === 'delete') {
		const deleted = text.split('\n').slice(middle.line, behind.line);
		return {
			changes: [{ range: { start: middle, end: behind }, text: '' }],
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

const { changes, undo } = edits();
const edit: number[] = [];
const fresh: number[] = [];
for (let round = 0; round < WARM_UP + rounds; round++) {
	const edited = apply(checker, changes);
	// As it would come from a message: one flat string.
	const result = Buffer.from(checker.document.getText()).toString();
	const began = performance.now();
	const anew = checkerOf(result);
	anew.run();
	const opened = performance.now() - began;
	if (anew.findings().length !== checker.findings().length)
		throw new Error(`${kind}: other findings than anew`);
	apply(checker, undo);
	if (round < WARM_UP) continue;
	edit.push(edited);
	fresh.push(opened);
}
assertFindings(checker, contents);
report({ edit, fresh } satisfies EditFigures);
