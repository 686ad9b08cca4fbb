import { commands, Uri } from 'vscode';
import { clientCommands, type Reason, type ReasonId, type WayOut } from '../../../server/src/protocol';
import { iconText, type LabelText, labelText } from '../../../server/src/safeText';
import { folderName, openText } from '../files/documents';
import { coveredLine } from '../status/coveredLine';
import { chooseStudentFile } from '../ui/chooseFile';
import { type PickItem, pickOne, separator } from '../ui/quickPick';
import { withProgress } from '../ui/withProgress';
import type { Command } from './command';
import { takeWayOut } from './takeWayOut';

interface Item extends PickItem {
	readonly run?: () => Thenable<unknown>;
}

/**
 * Says whether the files of a folder are ready, and offers the way out of each reason: the folder of the active editor,
 * else of a file that is open or was found.
 */
export const showFolderState: Command = async ({ server, finder }) => {
	const uri = await chooseStudentFile(finder);
	if (!uri) return;
	// One that was found is not open, and one in a custom editor is not open as text: the server could not see it.
	await openText(uri);
	const state = await withProgress('Counting students', ({ token }) =>
		server.folderState(uri.toString(), token),
	);
	if (!state) return;
	const { summary, reasons } = state.readiness;
	const folder = Uri.joinPath(uri, '..');
	// One sentence fits above the list; what is said besides the state stands in it.
	const [headline, ...sentences] = summary.split(/(?<=\.) /);
	// A reason says the same of accepted values, with the column.
	const notes = sentences.slice(reasons.some(({ id }) => id === 'accepted-values') ? 1 : 0);
	const covered = coveredLine(state);
	const items: Item[] = [
		...reasons.flatMap((reason) => itemsOf(reason, (way) => takeWayOut(server, folder, way))),
		...[...notes, ...(covered ? [covered] : [])].map((note) => ({
			label: iconText`$(info) ${labelText(note)}`,
		})),
		separator(),
		{
			label: iconText`$(list-unordered) Show Problems`,
			run: () => commands.executeCommand(clientCommands.showProblems),
		},
		{
			label: iconText`$(list-tree) Show Problems by Value`,
			run: () => commands.executeCommand('cleverDemographics.showProblemsByValue'),
		},
		{
			label: iconText`$(graph) Show Coverage Report`,
			run: () => commands.executeCommand(clientCommands.showReport, uri),
		},
	];
	const title = `Folder Status: ${folderName(uri)}`;
	const picked = await pickOne(items, { title, placeHolder: headline });
	await picked?.run?.();
};

/** A reason, and below it a line for each way out. */
function itemsOf(
	{ id, message, waysOut = [] }: Reason,
	take: (way: WayOut) => Promise<void>,
): readonly Item[] {
	const icon = icons[id] ?? iconText`$(warning)`;
	const run = (way: WayOut) => () => take(way);
	const [best, ...others] = waysOut;
	return [
		{
			label: iconText`${icon} ${labelText(message)}`,
			...(best && { detail: iconText`$(arrow-right) ${labelText(best.title)}`, run: run(best) }),
		},
		...others.map((way) => ({
			label: iconText`$(blank) $(arrow-right) ${labelText(way.title)}`,
			run: run(way),
		})),
	];
}

const icons: Partial<Record<ReasonId, LabelText>> = {
	errors: iconText`$(error)`,
	'accepted-values': iconText`$(info)`,
};
