/** Finds the positions of fields to edit, without the scanner that is measured. */

import type { ContentChange } from './core';
import { type Contents, codeColumns, wrongCode } from './data';

/** A field on one line; 0-based, UTF-16 units, `end` exclusive. */
export interface Span {
	readonly line: number;
	readonly start: number;
	readonly end: number;
	readonly value: string;
}

/** Yields one field of each row for which `columnOf` returns a column. Rows are 0-based, below the header. */
export function* fieldsIn(text: string, columnOf: (row: number) => number | undefined): Iterable<Span> {
	let at = text.indexOf('\n') + 1;
	for (let row = 0; at < text.length; row++) {
		const end = text.indexOf('\n', at);
		const column = columnOf(row);
		if (column !== undefined) yield { line: row + 1, ...spanIn(text.slice(at, end), column) };
		at = end + 1;
	}
}

/** The span of a field in a line. The generated text has no quote or line break inside a quoted field. */
function spanIn(line: string, column: number): Omit<Span, 'line'> {
	let start = 0;
	for (let index = 0; ; index++) {
		const closing = line.charCodeAt(start) === 34 ? line.indexOf('"', start + 1) : start;
		const comma = line.indexOf(',', closing);
		const end = comma < 0 ? line.length : comma;
		if (index === column) return { start, end, value: line.slice(start, end) };
		start = end + 1;
	}
}

/** The field of a column in the middle row of the file. */
export function fieldInTheMiddle(text: string, rows: number, column: number): Span {
	const middle = rows >> 1;
	const [span] = fieldsIn(text, (row) => (row === middle ? column : undefined));
	return span as Span;
}

/** Replaces each wrong code with a code, in one event with the last change first, as an editor sends it. */
export function fixAll(
	text: string,
	contents: Contents,
): { changes: ContentChange[]; undo: ContentChange[] } {
	const wrong = new Map<number, (typeof codeColumns)[number]>();
	for (let nth = 0; nth < contents.findings; nth++) {
		const { row, code } = wrongCode(nth, contents);
		wrong.set(row, codeColumns[code] as (typeof codeColumns)[number]);
	}
	const spans = [...fieldsIn(text, (row) => wrong.get(row)?.index)];
	return replaceAll(spans, ({ line }) => wrong.get(line - 1)?.codes[0] ?? '');
}

/** Replaces the value of a column in every nth row, in one event. */
export function changeColumn(
	text: string,
	column: number,
	every: number,
	value: (before: string) => string,
): { changes: ContentChange[]; undo: ContentChange[] } {
	const spans = [...fieldsIn(text, (row) => (row % every === 1 ? column : undefined))];
	return replaceAll(spans, (span) => value(span.value));
}

function replaceAll(spans: readonly Span[], value: (span: Span) => string) {
	const changes = spans.map((span) => change(span, span.end, value(span))).reverse();
	const undo = spans.map((span) => change(span, span.start + value(span).length, span.value)).reverse();
	return { changes, undo };
}

function change({ line, start }: Span, end: number, text: string): ContentChange {
	return { range: { start: { line, character: start }, end: { line, character: end } }, text };
}
