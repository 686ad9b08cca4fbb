import assert from 'node:assert/strict';
import type { Diagnostic, MarkupContent, Position, Range, TextEdit } from 'vscode-languageserver-types';
import type { Checker } from '../../server/src/check/live/checker';
import { codeActions } from '../../server/src/features/codeActions';
import { hover } from '../../server/src/features/hover/hover';
import type { CodeActionOptions, LazyAction } from '../../server/src/features/lazyAction';
import type { Table } from '../../server/src/spec';
import { runToEnd } from '../../server/src/work/runToEnd';
import { checkerOf } from './checking';

/** A checker that has checked everything. */
export function checked(table: Table | string, text: string, settings?: unknown): Checker {
	const checker = checkerOf(table, text, settings);
	assert.ok(checker.run());
	return checker;
}

/** A text in which `‸` marks the cursor, without the mark, and where it stood. */
export function marked(text: string): { readonly text: string; readonly position: Position } {
	const [before = '', after, ...more] = text.split('‸');
	assert.ok(after !== undefined && more.length === 0, 'one ‸');
	return { text: before + after, position: positionIn(before + after, before.length) };
}

/** Counted without the document under test: the position of an offset. */
export function positionIn(text: string, offset: number): Position {
	const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
	return { line: lines.length - 1, character: (lines.at(-1) as string).length };
}

/** Counted without the document under test: the offset of a position, which must be a place in the text. */
export function offsetIn(text: string, { line, character }: Position): number {
	let start = 0;
	const breaks = /\r\n|\r|\n/g;
	for (let index = 0; index < line; index++) {
		const found = breaks.exec(text);
		assert.ok(found, `no line ${line}`);
		start = found.index + found[0].length;
	}
	const end = breaks.exec(text)?.index ?? text.length;
	assert.ok(start + character <= end, `line ${line} has no character ${character}`);
	return start + character;
}

/** The text in a range. */
export function textIn(text: string, range: Range): string {
	return text.slice(offsetIn(text, range.start), offsetIn(text, range.end));
}

/** A text with LSP's edits put in, as an editor does it: they may come in any order and must not overlap. */
export function edited(text: string, edits: readonly TextEdit[]): string {
	const byOffset = edits
		.map(({ range, newText }, index) => ({
			start: offsetIn(text, range.start),
			end: offsetIn(text, range.end),
			newText,
			index,
		}))
		.sort((a, b) => a.start - b.start || a.index - b.index);
	let now = '';
	let at = 0;
	for (const { start, end, newText } of byOffset) {
		assert.ok(start >= at && end >= start, 'edits do not overlap');
		now += text.slice(at, start) + newText;
		at = end;
	}
	return now + text.slice(at);
}

/** The range of the only place of `part` in a text, or of its `nth` place. */
export function rangeOfText(text: string, part: string, nth = 0): Range {
	let at = text.indexOf(part);
	for (let skipped = 0; skipped < nth; skipped++) at = text.indexOf(part, at + 1);
	assert.ok(at >= 0, `no ${JSON.stringify(part)}`);
	return { start: positionIn(text, at), end: positionIn(text, at + part.length) };
}

export const noPages: CodeActionOptions = { commands: undefined, ruleUri: () => undefined };

/** The actions on the `nth` place of `part`. */
export function actionsOn(
	checker: Checker,
	part: string,
	options: Partial<CodeActionOptions> = {},
	nth = 0,
): LazyAction[] {
	const range = rangeOfText(checker.document.getText(), part, nth);
	return codeActions(checker, range, { ...noPages, ...options });
}

export function titles(actions: readonly LazyAction[]): string[] {
	return actions.map(({ action }) => action.title);
}

/** The file's text after the action of a title. */
export function afterAction(checker: Checker, actions: readonly LazyAction[], title: string): string {
	const found = actions.find(({ action }) => action.title === title);
	assert.ok(found?.edits, `${title} is not among ${titles(actions).join(' | ')}`);
	return edited(checker.document.getText(), runToEnd(found.edits()));
}

/** The hover at the cursor mark, as Markdown and as the text that it covers. */
export function hoverAt(
	tableName: string,
	textWithMark: string,
	settings?: unknown,
): { readonly markdown: string; readonly covers: string } | null {
	const { text, position } = marked(textWithMark);
	const found = hover(checked(tableName, text, settings), position);
	if (!found) return null;
	assert.ok(found.range);
	const { kind, value } = found.contents as MarkupContent;
	assert.equal(kind, 'markdown');
	return { markdown: value, covers: textIn(text, found.range) };
}

/** A diagnostic's message; ours are plain text. */
export function messageTextOf(diagnostic: Diagnostic | undefined): string {
	assert.ok(typeof diagnostic?.message === 'string');
	return diagnostic.message;
}

/** Markdown as its reader sees it, as far as escapes go. */
export function unescaped(markdown: string): string {
	return markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
