import { commands, type Disposable, Selection, type TextEditor, window } from 'vscode';
import {
	type NextFieldsAnswer,
	type NextFieldsParams,
	nextFieldsRequest,
} from '../../../server/src/protocol';
import { kindOf } from '../files/fileKinds';
import { refOf } from '../files/filePair';
import type { LanguageServer } from '../server/languageServer';

/** How often a move is asked for again because the person has typed in the meantime. */
const TRIES = 3;

/** Registers the commands of Tab and Shift+Tab, which select the content of the next and the previous field. */
export function registerFieldMoves(
	server: LanguageServer,
	logFailure: (error: unknown) => void,
): readonly Disposable[] {
	// One after the other: a key that is held down sends the next before the answer to the last.
	let last: Promise<void> = Promise.resolve();
	const move = (backward: boolean): Promise<void> => {
		last = last.then(() => moveToField(server, backward)).catch(logFailure);
		return last;
	};
	return [
		commands.registerCommand('cleverDemographics.nextField', () => move(false)),
		commands.registerCommand('cleverDemographics.previousField', () => move(true)),
	];
}

async function moveToField(server: LanguageServer, backward: boolean): Promise<void> {
	const editor = window.activeTextEditor;
	if (!editor || !kindOf(editor.document)) return;
	for (let tries = 0; tries < TRIES; tries++) {
		const { selections } = editor;
		const file = refOf(editor.document);
		const params: NextFieldsParams = {
			file,
			ranges: selections.map(({ start, end }) => ({ start, end })),
			backward,
		};
		const fields = await server.request<NextFieldsAnswer>(nextFieldsRequest, params);
		if (editor.document.version !== file.version || !isSame(editor.selections, selections)) continue;
		if (fields) select(editor, fields);
		return;
	}
}

/** Selects the fields; a cursor whose file ends stays where it is. */
function select(editor: TextEditor, fields: NonNullable<NextFieldsAnswer>): void {
	editor.selections = editor.selections.map((selection, at) => {
		const field = fields[at];
		return field
			? new Selection(field.start.line, field.start.character, field.end.line, field.end.character)
			: selection;
	});
	editor.revealRange(editor.selection);
}

function isSame(now: readonly Selection[], before: readonly Selection[]): boolean {
	return (
		now.length === before.length && now.every((selection, at) => selection.isEqual(before[at] as Selection))
	);
}
