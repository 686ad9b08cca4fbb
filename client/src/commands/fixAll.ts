import { type CodeAction, CodeActionKind, commands, Range, window, workspace } from 'vscode';
import { fixAllKind } from '../../../server/src/protocol';
import { countOf } from '../../../server/src/wording';
import { fileFromArgument } from '../files/currentView';
import { baseName } from '../files/fileKinds';
import { announce } from '../ui/applyEdits';
import type { Command } from './command';

/** Applies every fix of the file that a lens names, or of the one in view, that leaves no doubt, as one step to undo. */
export const fixAll: Command = async ({ statuses }, argument) => {
	const { uri, document } = fileFromArgument(argument);
	const name = baseName(uri.path);
	const { version } = document;
	const before = statuses.of(uri);
	const actions = await commands.executeCommand<readonly CodeAction[]>(
		'vscode.executeCodeActionProvider',
		uri,
		new Range(0, 0, 0, 0),
		fixAllKind,
		// How many to ask for their edits: a server makes them when they are wanted.
		1,
	);
	const kind = CodeActionKind.Empty.append(fixAllKind);
	const edit = actions.find((action) => action.kind && kind.contains(action.kind))?.edit;
	if (!edit) {
		void window.showInformationMessage(`Nothing in ${name} can be fixed without a decision of yours.`);
		return;
	}
	if (document.version !== version || !(await workspace.applyEdit(edit))) {
		throw new Error(`${name} changed meanwhile, so nothing was fixed. Try again.`);
	}
	const what = before ? countOf(before.fixable, 'problem') : 'The problems';
	announce(`${what} fixed in ${name}.`, [{ uri: uri.toString() }]);
};
