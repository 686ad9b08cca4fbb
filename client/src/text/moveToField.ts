import {
	commands,
	Disposable,
	Selection,
	type TextDocument,
	type TextEditor,
	window,
	workspace,
} from 'vscode';
import { nextField, type TextLines } from '../../../server/src/csv/nextField';
import { labelText } from '../../../server/src/safeText';
import { kindOf } from '../files/fileKinds';
import { showBriefly } from '../ui/statusItem';

/** How long the status bar says that a key came too early, in milliseconds. */
const NOTICE_TIME = 10_000;

/** Registers the commands of Tab and Shift+Tab, which select the content of the next and the previous field. */
export function registerFieldMoves(): Disposable {
	const moves = new FieldMoves();
	return Disposable.from(
		commands.registerCommand('cleverDemographics.nextField', () => moves.move(false)),
		commands.registerCommand('cleverDemographics.previousField', () => moves.move(true)),
		window.onDidChangeTextEditorSelection(({ textEditor, selections }) =>
			moves.arrive(textEditor, selections),
		),
		workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
			if (contentChanges.length > 0) moves.change(document);
		}),
	);
}

/**
 * Moves without the server: what is typed while an answer is awaited would replace the field that is still selected.
 * The window itself selects a moment later, and handles the keys of this moment before: then the status bar says so.
 */
class FieldMoves {
	/** What the window is to select, until it has. */
	#asked: { readonly editor: TextEditor; readonly selections: readonly Selection[] } | undefined;

	move(backward: boolean): void {
		const editor = window.activeTextEditor;
		if (!editor || !kindOf(editor.document)) return;
		const selections = besides(editor, backward);
		if (isSame(selections, editor.selections)) return;
		this.#asked = { editor, selections };
		editor.selections = selections;
		editor.revealRange(editor.selection);
	}

	/** The window has selected something. */
	arrive(editor: TextEditor, selections: readonly Selection[]): void {
		const asked = this.#asked;
		if (asked?.editor === editor && isSame(selections, asked.selections)) this.#asked = undefined;
	}

	/** A text has changed. */
	change(document: TextDocument): void {
		if (this.#asked?.editor.document !== document) return;
		this.#asked = undefined;
		showBriefly(
			labelText('Typed before Tab moved: text is in the value before. Undo, then type again.'),
			NOTICE_TIME,
		);
	}
}

/** The fields next to each cursor; a cursor whose file ends stays where it is. */
function besides({ document, selections }: TextEditor, backward: boolean): readonly Selection[] {
	const lines: TextLines = { count: document.lineCount, at: (line) => document.lineAt(line).text };
	return selections.map((selection) => {
		const field = nextField(lines, selection, backward);
		return field
			? new Selection(field.start.line, field.start.character, field.end.line, field.end.character)
			: selection;
	});
}

function isSame(now: readonly Selection[], before: readonly Selection[]): boolean {
	return (
		now.length === before.length && now.every((selection, at) => selection.isEqual(before[at] as Selection))
	);
}
