import { toBase64 } from '@exodus/bytes/base64.js';
import { commands, type Memento, Uri, ViewColumn, window } from 'vscode';
import {
	MAX_RETURNED_BYTES,
	type ReturnedCloseParams,
	type ReturnedColumns,
	type ReturnedOpenAnswer,
	type ReturnedOpened,
	type ReturnedOpenParams,
	type ReturnedQuestion,
	returnedCloseRequest,
	returnedOpenRequest,
	type UnplacedGroup,
} from '../../../server/src/protocol';
import { labelText, lineText } from '../../../server/src/safeText';
import { countOf, plural } from '../../../server/src/wording';
import type { Command, CommandContext } from '../commands/command';
import { currentBytes } from '../files/currentBytes';
import { folderKey, openText } from '../files/documents';
import { baseName, kindOfUri } from '../files/fileKinds';
import { chooseStudentFile } from '../ui/chooseFile';
import { showInformation } from '../ui/messages';
import { type PickItem, pickOne } from '../ui/quickPick';
import { showBriefly } from '../ui/statusItem';
import { withProgress } from '../ui/withProgress';

/** A report that is open. */
interface OpenReport {
	readonly name: string;
	/** The report's file. */
	readonly uri: Uri;
	/** A file of the folder that it is about. */
	readonly about: Uri;
}

/** By folder and name. */
const openReports = new Map<string, OpenReport>();

const keyOf = (about: Uri, name: string): string => `${folderKey(about)} ${name}`;

/** Which columns of a report were chosen, by the names of all of its columns. No value is kept. */
type ChosenColumns = Readonly<Record<string, Partial<ReturnedColumns>>>;
const CHOSEN_KEY = 'cleverDemographics.errorReportColumns';
/** Kinds of reports whose columns are remembered. */
const MAX_REMEMBERED = 20;

const CLOSED_MS = 4000;

/** Opens a receiver's error report: each line becomes a problem in the files of the folder. A menu passes its URI. */
export const openErrorReport: Command = async (context, argument) => {
	const about = await chooseStudentFile(context.finder);
	const report = about && (argument instanceof Uri ? argument : await chooseReport(about));
	if (!about || !report) return;
	const name = baseName(report.path);
	if (kindOfUri(report)) {
		throw new Error(`${name} is one of the files that you send. Choose the report that came back.`);
	}
	const opened = await open(context, about, name, await currentBytes(report));
	if (!opened) return;
	openReports.set(keyOf(about, name), { name, uri: report, about });
	await tellMenus();
	await context.problems.reveal();
	void showInformation(summary(name, opened));
};

/** Removes the problems of an error report; the person picks one where several are open. */
export const closeErrorReport: Command = async ({ server }) => {
	const reports = [...openReports.values()];
	if (reports.length === 0) throw new Error('No error report is open.');
	const items = reports.map((report) => ({ label: labelText(report.name), report }));
	const picked = reports.length === 1 ? items[0] : await pickOne(items, { placeHolder: 'Choose a report' });
	if (!picked) return;
	const { name, about } = picked.report;
	const params: ReturnedCloseParams = { uri: about.toString(), name };
	await server.request(returnedCloseRequest, params);
	openReports.delete(keyOf(about, name));
	await tellMenus();
	showBriefly(labelText(`${name} is closed.`), CLOSED_MS);
};

/** Shows the line of an error report that is on no field. Throws, in words for the person, where it cannot be shown. */
export async function showReportLine(
	{ report, row, textLine }: UnplacedGroup,
	preserveFocus: boolean,
): Promise<void> {
	const found = [...openReports.values()].find(({ name }) => lineText(name).trim() === report);
	if (!found || /\.xlsx$/i.test(report)) throw new Error(`It is row ${row} of ${report}.`);
	const document = await openText(found.uri);
	const { range } = document.lineAt(Math.min(textLine, document.lineCount - 1));
	await window.showTextDocument(document, { viewColumn: ViewColumn.Active, preserveFocus, selection: range });
}

async function chooseReport(about: Uri): Promise<Uri | undefined> {
	const [uri] =
		(await window.showOpenDialog({
			title: 'Open an Error Report',
			openLabel: 'Open Error Report',
			defaultUri: Uri.joinPath(about, '..'),
			filters: { 'Error reports': ['csv', 'tsv', 'txt', 'tab', 'xlsx'] },
		})) ?? [];
	return uri;
}

/** Opens a report on the server, and asks what it cannot find out; undefined if the person cancels. */
async function open(
	{ server, context }: CommandContext,
	about: Uri,
	name: string,
	bytes: Uint8Array,
): Promise<ReturnedOpened | undefined> {
	if (bytes.length > MAX_RETURNED_BYTES)
		throw new Error(`${name} is larger than 50 MB. Keep only the columns that you need.`);
	await openText(about);
	const params: Omit<ReturnedOpenParams, 'columns'> = { uri: about.toString(), name, bytes: toBase64(bytes) };
	let columns: Partial<ReturnedColumns> = {};
	let sheet: string | undefined;
	for (;;) {
		const sent: ReturnedOpenParams = { ...params, columns, sheet };
		const answer = await withProgress(`Reading ${name}`, (listener) =>
			server.ask<ReturnedOpenAnswer>(returnedOpenRequest, sent, listener),
		);
		if (!answer) return undefined;
		if ('opened' in answer) return answer.opened;
		if ('problem' in answer) {
			if (!answer.sheets || sheet !== undefined) throw new Error(`${name}: ${answer.problem}`);
			const items = answer.sheets.map((one) => ({ label: labelText(one), one }));
			sheet = (await pickOne(items, { title: name, placeHolder: 'Choose a sheet' }))?.one;
			if (sheet === undefined) return undefined;
			continue;
		}
		const chosen = await chosenColumn(context.workspaceState, name, answer.question, answer.names);
		if (!chosen) return undefined;
		columns = { ...columns, ...chosen };
	}
}

/** What was chosen for a report with these columns before, or what the person chooses now; undefined if nothing is. */
async function chosenColumn(
	memory: Memento,
	name: string,
	question: ReturnedQuestion,
	names: readonly string[],
): Promise<Partial<ReturnedColumns> | undefined> {
	const { about } = question;
	const key = JSON.stringify(names);
	const kept = memory.get<ChosenColumns>(CHOSEN_KEY, {});
	const before = kept[key];
	if (before && about in before) return { [about]: before[about] };
	const picked = await pickOne(columnItems(question), { title: name, placeHolder: questions[about] });
	if (!picked) return undefined;
	const chosen = { [about]: picked.column };
	const others = Object.entries(kept).filter(([other]) => other !== key);
	const all = [...others, [key, { ...before, ...chosen }] as const].slice(-MAX_REMEMBERED);
	await memory.update(CHOSEN_KEY, Object.fromEntries(all));
	return chosen;
}

const questions: Readonly<Record<ReturnedQuestion['about'], string>> = {
	id: 'Which column has the ID of the student?',
	message: 'Which column says what is wrong?',
	field: 'Which column names the field that is wrong?',
};

interface ColumnItem extends PickItem {
	readonly column: string | null;
}

function columnItems({ about, columns }: ReturnedQuestion): readonly ColumnItem[] {
	const items = columns.map(({ name, samples }) => ({
		label: labelText(name),
		description: labelText(samples.join(' · ')),
		column: name,
	}));
	const none = { label: labelText('None of These'), column: null };
	return about === 'id' ? items : [...items, none];
}

function summary(name: string, { placed, unplaced, notes }: ReturnedOpened): string {
	const marked =
		placed > 0
			? `${name}: ${countOf(placed, 'problem')} ${plural(placed, 'is', 'are')} marked until you edit the ${plural(placed, 'value')}.`
			: `${name}: no line is about a field of your files.`;
	const apart =
		unplaced > 0
			? [`${countOf(unplaced, 'line')} ${plural(unplaced, 'is', 'are')} listed apart in Problems by Value.`]
			: [];
	return [marked, ...apart, ...notes].join(' ');
}

async function tellMenus(): Promise<void> {
	await commands.executeCommand('setContext', 'cleverDemographics.hasErrorReport', openReports.size > 0);
}
