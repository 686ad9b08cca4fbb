import { commands, Uri } from 'vscode';
import {
	clientCommands,
	type FixGroupAnswer,
	type FixGroupParams,
	fixGroupRequest,
	type GridFilter,
	type GroupFix,
} from '../../../server/src/protocol';
import { labelText } from '../../../server/src/safeText';
import { countOf, formatNumber } from '../../../server/src/wording';
import { showReportLine } from '../compare/errorReports';
import { openText } from '../files/documents';
import { refOf } from '../files/filePair';
import {
	actionsOf,
	actionTitle,
	type GroupAction,
	groupLabel,
	type ListedGroup,
	notOffered,
	usefulFixes,
} from '../problems/groupTexts';
import { type CurrentGroup, openGroupCommand } from '../problems/problemsView';
import { isUnplaced, type ListedOfReport } from '../problems/reportedTexts';
import { announce } from '../ui/announce';
import { applyEdits } from '../ui/applyEdits';
import { confirm } from '../ui/messages';
import { pickOne } from '../ui/quickPick';
import { bringToFront } from '../ui/showFile';
import { showRows } from '../ui/showRows';
import { showBriefly } from '../ui/statusItem';
import { quoted } from '../ui/valueLabel';
import { askServer } from './bulk/askServer';
import { replaceInColumn } from './bulk/replaceInColumn';
import type { Command, CommandContext } from './command';

type Run = (context: CommandContext, current: CurrentGroup) => Promise<unknown>;

const actions: Readonly<Record<GroupAction | 'list' | 'peek', Run>> = {
	fix: fixGroup,
	choose: (_, { document, group: { column, value } }) =>
		Promise.resolve(
			commands.executeCommand(clientCommands.chooseCode, document.uri.toString(), column, value),
		),
	empty: emptyGroup,
	remove: (_, { document }) =>
		Promise.resolve(commands.executeCommand('cleverDemographics.removeUnknown', document.uri.toString())),
	accept: (_, { group: { columnName, value } }) =>
		Promise.resolve(commands.executeCommand(clientCommands.acceptValue, columnName, value)),
	show: ({ server }, { document, group }) =>
		showRows(server, document.uri, filterOf(group), group.column ?? 0),
	// As in VS Code's own Problems panel, the keyboard stays in the list.
	peek: ({ server }, { document, group }) =>
		showRows(server, document.uri, filterOf(group), group.column ?? 0, true),
	list: listActions,
};

/** For how long a key waits for VS Code to say which group it is for, in milliseconds. */
const KEY_MS = 1000;
/** How long the status bar says that a line has no such action, in milliseconds. */
const NOTE_MS = 5000;

/** What a key asks for the group that has the focus, until VS Code opens that. */
let asked: { readonly action: keyof typeof actions; readonly until: number } | undefined;

/** The commands of the view of problems by value. Those on a group take it as their argument. */
export const groupCommands: Readonly<Record<string, Command>> = {
	'cleverDemographics.showProblemsByValue': ({ problems }) => problems.reveal(),
	'cleverDemographics.fixAllListed': fixAllListed,
	'cleverDemographics.fixGroup': command('fix'),
	'cleverDemographics.chooseCodeForGroup': command('choose'),
	'cleverDemographics.emptyGroup': command('empty'),
	'cleverDemographics.removeRowsOfGroup': command('remove'),
	'cleverDemographics.acceptGroup': command('accept'),
	'cleverDemographics.showGroupRows': command('show'),
	// VS Code tells extensions what is selected and not what has the focus. So a key says what it wants, and then opens
	// what has the focus.
	'cleverDemographics.forFocusedGroup': (_, action) => {
		if (isAction(action)) asked = { action, until: Date.now() + KEY_MS };
	},
	[openGroupCommand]: async (context, listed) => {
		const action = asked && Date.now() < asked.until ? asked.action : undefined;
		asked = undefined;
		if (isOfReport(listed)) await showOfReport(context, listed, action === undefined);
		else if (!action || !isListed(listed)) await command('peek')(context, listed);
		else await context.problems.whileFocused(listed, async () => command(action)(context, listed));
	},
};

function command(action: keyof typeof actions): Command {
	return async (context, listed) => {
		if (isOfReport(listed)) return showOfReport(context, listed, false);
		if (!isListed(listed)) throw new Error('Choose a problem in Problems by Value first.');
		const current = await context.problems.current(listed);
		const isOffered = action === 'list' || action === 'peek' || actionsOf(current.group).includes(action);
		if (isOffered) await actions[action](context, current);
		else showBriefly(labelText(notOffered(action)), NOTE_MS);
	};
}

function isAction(action: unknown): action is keyof typeof actions {
	return typeof action === 'string' && Object.hasOwn(actions, action);
}

function isListed(listed: unknown): listed is ListedGroup {
	return typeof listed === 'object' && listed !== null && 'group' in listed && 'file' in listed;
}

function isOfReport(listed: unknown): listed is ListedOfReport {
	return typeof listed === 'object' && listed !== null && ('reported' in listed || 'unplaced' in listed);
}

/** Shows the rows that an error report is about, or its line where that is on no field. There is nothing to fix. */
async function showOfReport(
	{ server }: CommandContext,
	listed: ListedOfReport,
	preserveFocus: boolean,
): Promise<void> {
	if (isUnplaced(listed)) return showReportLine(listed.unplaced, preserveFocus);
	const { report, column, message } = listed.reported;
	const filter = { problems: { rule: report, column, message } };
	await showRows(server, Uri.parse(listed.file.uri), filter, column, preserveFocus);
}

/** Asks what to do about a group, as the menu of the item does. */
async function listActions(context: CommandContext, current: CurrentGroup): Promise<void> {
	const { group } = current;
	const items = actionsOf(group).map((action) => ({
		label: labelText(actionTitle(action, group)),
		action,
	}));
	const picked = await pickOne(items, { title: groupLabel(group), placeHolder: group.message });
	if (picked) await actions[picked.action](context, current);
}

/** Makes one fix in all rows of a group; the person picks where several are as good. */
async function fixGroup({ server }: CommandContext, { document, file, group }: CurrentGroup): Promise<void> {
	const fix = await pickFix(usefulFixes(group), groupLabel(group));
	if (!fix) return;
	const params: FixGroupParams = { file: refOf(document), group: group.id, fix: fix.id };
	const answer = await askServer<FixGroupAnswer>(server, 'Fixing problems', fixGroupRequest, params);
	if (!answer) return;
	await bringToFront(document.uri);
	await applyEdits(answer.files);
	const left = group.rows - answer.changed;
	const others = left > 0 ? ` ${countOf(left, 'other row')} could not be fixed like this.` : '';
	announce(`Fixed ${countOf(answer.changed, 'problem')} in ${file.fileName}.${others}`, answer.files);
}

async function pickFix(fixes: readonly GroupFix[], title: string): Promise<GroupFix | undefined> {
	const [first] = fixes;
	if (fixes.length < 2) return first;
	const items = fixes.map((fix) => ({
		label: labelText(fix.title),
		description: labelText(countOf(fix.rows, 'row')),
		fix,
	}));
	return (await pickOne(items, { title, placeHolder: 'Choose what to do in all rows' }))?.fix;
}

/** Empties the fields with the value of a group, after a question. */
async function emptyGroup({ server }: CommandContext, current: CurrentGroup): Promise<void> {
	const { document, file, group } = current;
	const { column, value, columnName = '', rows } = group;
	if (column === undefined || value === undefined) return;
	const params = { file: refOf(document), column, value, by: '' };
	const isAgreed = await confirm(
		`Empty ${columnName} in ${countOf(rows, 'row')}?`,
		`${quoted(value)} is removed from ${file.fileName}. You can undo this.`,
		`Empty ${formatNumber(rows)}`,
	);
	if (isAgreed) await replaceInColumn(server, params);
}

/** The rows of a group. */
function filterOf({ rule, column, value }: CurrentGroup['group']): GridFilter {
	return {
		problems: { rule, ...(column !== undefined && { column }) },
		...(column !== undefined && value !== undefined && { values: [{ column, values: [value] }] }),
	};
}

/** Makes every fix that needs no decision, in both files. */
async function fixAllListed({ problems }: CommandContext): Promise<void> {
	const fixable = problems.files.filter((file) => file.fixable > 0);
	if (fixable.length === 0) throw new Error('Nothing in the list can be fixed without your decision.');
	for (const { uri } of fixable) {
		await openText(Uri.parse(uri));
		await commands.executeCommand(clientCommands.fixAll, uri);
	}
}
