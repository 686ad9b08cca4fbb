import { type Command, Selection, type TextDocument, type TextEditor, window } from 'vscode';
import { characterAfter } from './characterAfter';

/** The command that `keepingCursor` names. */
export const keepCursorCommand = 'cleverDemographics.keepCursor';

/** A cursor, and the line that it was in. */
interface CursorInLine {
	readonly uri: string;
	readonly line: number;
	readonly character: number;
	readonly text: string;
	readonly lineCount: number;
}

/**
 * Remembers the cursor of the active editor and returns the function that puts it back to its row and column: VS Code
 * joins more than a thousand edits into one, and moves a cursor within to its end.
 */
export function rememberCursor(): () => void {
	const editor = window.activeTextEditor;
	if (!editor) return () => {};
	const cursor = cursorIn(editor);
	return () => restoreCursor(cursor);
}

/** A command that puts the cursor of the active editor back, to run after edits of its document. */
export function keepingCursor(document: TextDocument): Command | undefined {
	const editor = window.activeTextEditor;
	if (editor?.document !== document) return undefined;
	return { title: 'Keep the Cursor', command: keepCursorCommand, arguments: [cursorIn(editor)] };
}

/** Puts a cursor back where its line still is; where rows were added or removed, it stays as VS Code has moved it. */
export function restoreCursor({ uri, line, character, text, lineCount }: CursorInLine): void {
	const editor = window.activeTextEditor;
	if (editor?.document.uri.toString() !== uri || editor.document.lineCount !== lineCount) return;
	if (editor.selection.active.line === line) return;
	const at = characterAfter(text, editor.document.lineAt(line).text, character);
	editor.selection = new Selection(line, at, line, at);
}

function cursorIn({ document, selection: { active } }: TextEditor): CursorInLine {
	const { line, character } = active;
	const { lineCount } = document;
	return { uri: document.uri.toString(), line, character, text: document.lineAt(line).text, lineCount };
}
