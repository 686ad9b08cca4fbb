import { commands, type Disposable, Selection, type TextDocument, type TextEditor, window } from 'vscode';
import { nextField, type TextLines } from '../../../server/src/csv/nextField';
import { kindOf } from '../files/fileKinds';

/**
 * Registers the commands of Tab and Shift+Tab, which select the content of the next and the previous field. They do so
 * before the next key is handled here: what is typed while an answer from the server is awaited would replace the
 * field that is still selected.
 */
export function registerFieldMoves(): readonly Disposable[] {
	return [
		commands.registerCommand('cleverDemographics.nextField', () => moveToField(false)),
		commands.registerCommand('cleverDemographics.previousField', () => moveToField(true)),
	];
}

function moveToField(backward: boolean): void {
	const editor = window.activeTextEditor;
	if (editor && kindOf(editor.document)) select(editor, backward);
}

/** Selects the field next to each cursor; a cursor whose file ends stays where it is. */
function select(editor: TextEditor, backward: boolean): void {
	const lines = linesOf(editor.document);
	editor.selections = editor.selections.map((selection) => {
		const field = nextField(lines, selection, backward);
		return field
			? new Selection(field.start.line, field.start.character, field.end.line, field.end.character)
			: selection;
	});
	editor.revealRange(editor.selection);
}

function linesOf(document: TextDocument): TextLines {
	return { count: document.lineCount, at: (line) => document.lineAt(line).text };
}
