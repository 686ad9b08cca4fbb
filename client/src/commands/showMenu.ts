import { commands } from 'vscode';
import { iconText, type LabelText, labelText } from '../../../server/src/safeText';
import { formatNumber } from '../../../server/src/wording';
import { currentView, type View } from '../files/currentView';
import { baseName } from '../files/fileKinds';
import { pickOne } from '../ui/quickPick';
import { reveal } from '../ui/reveal';
import type { Command, CommandContext } from './command';

interface Item {
	readonly label: LabelText;
	readonly run: () => Thenable<unknown>;
}

/** Shows the menu of the status bar item: the actions for the active file. */
export const showMenu: Command = async (context) => {
	const view = currentView();
	const title = view ? baseName(view.uri.path) : 'Clever Demographics';
	const picked = await pickOne(itemsFor(view, context), { title });
	await picked?.run();
};

function itemsFor(view: View | undefined, { server, statuses, finder }: CommandContext): Item[] {
	const items: Item[] = [];
	const showProblems = item(iconText`$(list-unordered) Show Problems`, 'workbench.actions.view.problems');
	const byValue = ownItem(iconText`$(list-tree) Show Problems by Value`, 'showProblemsByValue');
	if (server.isDown) items.push(ownItem(iconText`$(debug-restart) Restart Server`, 'restartServer'));
	if (view?.as === 'custom') items.push(ownItem(iconText`$(go-to-file) Reopen as Text`, 'reopenAsText'));
	if ((view?.as === 'text' || view?.as === 'table') && !server.isDown) {
		const fixable = statuses.of(view.uri)?.fixable ?? 0;
		if (fixable > 0)
			items.push(ownItem(iconText`$(wand) Fix All ${labelText(formatNumber(fixable))}`, 'fixAll'));
		items.push(showProblems, byValue);
		if (view.kind.role) {
			items.push(ownItem(iconText`$(graph) Show Coverage Report`, 'showReport'));
			items.push(ownItem(iconText`$(checklist) Show Folder Status`, 'showState'), ...lastUpload(view));
			items.push(ownItem(iconText`$(inbox) Open an Error Report…`, 'openErrorReport'));
			items.push(ownItem(iconText`$(inbox) Check What Arrived…`, 'checkArrived'));
		}
		items.push(ownItem(iconText`$(replace-all) Replace a Value in This Column…`, 'replaceValue'));
		items.push(ownItem(iconText`$(export) Export the List of Problems…`, 'exportProblems'));
		items.push(ownItem(iconText`$(sync) Check Again`, 'checkAgain'));
	}
	if (!view && !server.isDown && finder.files.length > 0) {
		items.push(showProblems, byValue);
		items.push(ownItem(iconText`$(graph) Show Coverage Report`, 'showReport'));
		items.push(ownItem(iconText`$(checklist) Show Folder Status`, 'showState'), ...lastUpload(view));
		items.push(ownItem(iconText`$(inbox) Open an Error Report…`, 'openErrorReport'));
		items.push(ownItem(iconText`$(inbox) Check What Arrived…`, 'checkArrived'));
	}
	if (view?.as === 'too large') {
		items.push(ownItem(iconText`$(file-binary) Check This File on Disk`, 'checkOnDisk'));
		items.push(showProblems, ...revealFiles(view));
	}
	if (view && view.kind.role === undefined && view.uri.scheme !== 'untitled') {
		items.push({ label: iconText`$(folder-opened) Reveal in Folder`, run: () => reveal(view.uri) });
	}
	items.push(ownItem(iconText`$(book) Open the Guide`, 'openGuide'));
	return items;
}

/** What there is to do from one upload to the next. */
function lastUpload(view: View | undefined): readonly Item[] {
	return [
		ownItem(iconText`$(diff) Compare with the Last Upload…`, 'compareWithLast'),
		...revealFiles(view),
		ownItem(iconText`$(save-all) Save a Dated Copy`, 'saveDatedCopy'),
	];
}

/** Where the two files are taken from for the upload; not for a file that was never saved. */
function revealFiles(view: View | undefined): readonly Item[] {
	if (view?.uri.scheme === 'untitled') return [];
	return [ownItem(iconText`$(folder-opened) Reveal Both Files`, 'revealFiles')];
}

/** An item that runs a command of ours. */
function ownItem(label: LabelText, command: string): Item {
	return item(label, `cleverDemographics.${command}`);
}

function item(label: LabelText, command: string): Item {
	return { label, run: () => commands.executeCommand(command) };
}
