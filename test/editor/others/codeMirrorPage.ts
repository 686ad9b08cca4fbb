/** What the story asks of CodeMirror, in its page. Lines count from 0, columns are UTF-16 units. */

import { openFile, textToSave } from 'docs:CodeMirror';
import { forEachDiagnostic } from '@codemirror/lint';
import type { EditorView } from '@codemirror/view';
import type { FileName, ShownProblem } from './otherEditor';

declare const document: { readonly body: unknown };

const views = new Map<FileName, EditorView>();

function viewOf(file: FileName): EditorView {
	const view = views.get(file);
	if (!view) throw new Error(`${file} is not open`);
	return view;
}

function offset(file: FileName, line: number, column: number): number {
	return viewOf(file).state.doc.line(line + 1).from + column;
}

export function open(file: FileName, text: string): void {
	views.set(file, openFile(`file:///district/${file}`, text, document.body));
}

export function text(file: FileName): string {
	return viewOf(file).state.doc.toString();
}

export function savedText(file: FileName): string {
	return textToSave(viewOf(file), '\r\n');
}

export function problems(file: FileName): readonly ShownProblem[] {
	const { state } = viewOf(file);
	const found: ShownProblem[] = [];
	forEachDiagnostic(state, ({ severity, message }, from, to) => {
		found.push({
			line: state.doc.lineAt(from).number - 1,
			text: state.sliceDoc(from, to),
			severity: severity === 'info' ? 'information' : severity,
			message,
		});
	});
	return found;
}

export function pointOf(file: FileName, line: number, column: number): { x: number; y: number } {
	const box = viewOf(file).coordsAtPos(offset(file, line, column));
	if (!box) throw new Error('The place is not visible');
	return { x: box.left + 1, y: (box.top + box.bottom) / 2 };
}

export function replace(file: FileName, line: number, column: number, count: number, insert: string): void {
	const from = offset(file, line, column);
	viewOf(file).dispatch({ changes: { from, to: from + count, insert } });
}

export function go(file: FileName, line: number, column: number): void {
	const view = viewOf(file);
	for (const other of views.values()) other.dispatch({ selection: { anchor: 0 } });
	view.dispatch({ selection: { anchor: offset(file, line, column) } });
	view.focus();
}

export function cursorLine(file: FileName): number {
	const { doc, selection } = viewOf(file).state;
	return doc.lineAt(selection.main.head).number - 1;
}
