import {
	type CodeAction,
	CodeActionKind,
	commands,
	Range,
	type Uri,
	type WorkspaceEdit,
	workspace,
} from 'vscode';
import { fixAllKind, type Status } from '../../../server/src/protocol';
import { countOf } from '../../../server/src/wording';
import { baseName } from '../files/fileKinds';
import { announce } from '../ui/announce';
import { chooseOpenFile } from '../ui/chooseFile';
import { rememberCursor } from '../ui/keepCursor';
import { showInformation } from '../ui/messages';
import type { Command } from './command';

/** Applies every preferred fix of the file that a lens names, or of the one in the active editor, as one step to undo. */
export const fixAll: Command = async ({ statuses, finder }, argument) => {
	const chosen = await chooseOpenFile(finder, argument);
	if (!chosen) return;
	const { uri, document } = chosen;
	const name = baseName(uri.path);
	const { version } = document;
	const status = statuses.of(uri);
	const edited = new Error(`${name} was edited in the meantime, so nothing was fixed. Try again.`);
	const edit = await fixAllEdit(uri).catch((error) => {
		throw document.version === version ? error : edited;
	});
	// Then there may be no edit whatever there is to fix.
	if (document.version !== version) throw edited;
	if (!edit || edit.size === 0) {
		void showInformation(nothingToFix(name, status));
		return;
	}
	const restoreCursor = rememberCursor();
	if (!(await workspace.applyEdit(edit))) throw edited;
	restoreCursor();
	const after = await statuses.since(uri, document.version);
	// What could be fixed by its value and was not needs a decision too, such as an ID that another student has.
	const { decisions = 0, fixable = 0 } = after ?? {};
	const problems = status ? countOf(Math.max(1, status.fixable - fixable), 'problem') : 'problems';
	const left = decisions + fixable > 0 ? ` ${countOf(decisions + fixable, 'decision')} left.` : '';
	const showLeft = {
		title: 'Show Problems by Value',
		run: async () => void (await commands.executeCommand('cleverDemographics.showProblemsByValue')),
	};
	announce(`Fixed ${problems} in ${name}.${left}`, [{ uri: uri.toString() }], left === '' ? [] : [showLeft]);
};

/** What the server's action does to the files. Where a file is edited meanwhile, VS Code cancels, or the action has no edit. */
async function fixAllEdit(uri: Uri): Promise<WorkspaceEdit | undefined> {
	const actions = await commands.executeCommand<readonly CodeAction[]>(
		'vscode.executeCodeActionProvider',
		uri,
		new Range(0, 0, 0, 0),
		fixAllKind,
		// Resolves this many actions: the server computes the edits of an action only when it is resolved.
		1,
	);
	const kind = CodeActionKind.Empty.append(fixAllKind);
	return actions.find((action) => action.kind && kind.contains(action.kind))?.edit;
}

/** Why nothing was fixed. Without a status, the file may have problems. */
function nothingToFix(name: string, status: Status | undefined): string {
	const isClean = status && Object.values(status.counts).every((count) => count === 0);
	return isClean ? `${name} has no problems.` : `Every problem left in ${name} needs your decision.`;
}
