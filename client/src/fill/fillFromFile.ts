import { toBase64 } from '@exodus/bytes/base64.js';
import { commands, type Uri, window } from 'vscode';
import {
	closeListRequest,
	type FilesToFill,
	type FillColumnsAnswer,
	type FillFromListAnswer,
	type FillFromListParams,
	fillColumnsRequest,
	fillFromListRequest,
	type ListChoice,
	type ListDescription,
	MAX_LIST_BYTES,
	type OpenListAnswer,
	type OpenListParams,
	openListRequest,
} from '../../../server/src/protocol';
import { labelText } from '../../../server/src/safeText';
import { countOf, wordList } from '../../../server/src/wording';
import { askServer } from '../commands/bulk/askServer';
import type { Command, CommandContext } from '../commands/command';
import { currentBytes } from '../files/currentBytes';
import { baseName } from '../files/fileKinds';
import type { LanguageServer } from '../server/languageServer';
import { announce } from '../ui/announce';
import { pickOne } from '../ui/quickPick';
import { withProgress } from '../ui/withProgress';
import { askIds, askTargets } from './askList';
import { listItems, showUnused } from './listItems';
import { applyFill, chooseFolderToFill, type FolderToFill } from './openFiles';
import { showOtherValues } from './previewItems';

/** Lists that were opened, each with a number of its own. */
let lastList = 0;

/** Fills columns from a file of others with students' IDs, after a preview; a menu passes the URI of one of the two files. */
export const fillFromFile: Command = async (context, argument) => {
	const { server } = context;
	const folder = await chooseFolderToFill(context, argument);
	if (!folder) return;
	const uri = await chooseList(folder);
	if (!uri) return;
	const name = baseName(uri.path);
	const files = await folder.open();
	const list = ++lastList;
	try {
		const description = await openList(server, files, list, name, await currentBytes(uri));
		const answer =
			description &&
			(await askServer<FillColumnsAnswer>(server, 'Counting values', fillColumnsRequest, files));
		if (!description || !answer) return;
		const ids = await askIds(description, name);
		if (!ids) return;
		const targets = await askTargets(server, { files, list, name }, description, answer.columns, ids);
		if (targets)
			await previewList(
				context,
				folder,
				{ list, name, description },
				{ ...ids, targets, onlyWhereEmpty: true },
			);
	} finally {
		await server.request(closeListRequest, { list });
	}
};

/** Asks for the file to fill from; undefined if none is picked. Throws where it is one of the two files. */
async function chooseList({ pair }: FolderToFill): Promise<Uri | undefined> {
	const [uri] =
		(await window.showOpenDialog({
			title: 'Fill from Another File',
			openLabel: 'Fill from This File',
			filters: { Lists: ['csv', 'tsv', 'txt', 'text', 'tab', 'xlsx'] },
		})) ?? [];
	const isOurs = [pair.roster, pair.extension].some((one) => one.toString() === uri?.toString());
	if (uri && isOurs)
		throw new Error(`${baseName(uri.path)} is one of the two files that are filled. Choose another file.`);
	return uri;
}

/** Reads a list, and asks for the sheet of a workbook; undefined if the person cancels. */
async function openList(
	server: LanguageServer,
	files: FilesToFill,
	list: number,
	name: string,
	bytes: Uint8Array,
): Promise<ListDescription | undefined> {
	if (bytes.length > MAX_LIST_BYTES)
		throw new Error(`${name} is larger than 50 MB. Keep only the columns that you need.`);
	const params: OpenListParams = { ...files, list, name, bytes: toBase64(bytes) };
	let sheet: string | undefined;
	for (;;) {
		const sent = { ...params, ...(sheet !== undefined && { sheet }) };
		const answer = await withProgress(`Reading ${name}`, (listener) =>
			server.ask<OpenListAnswer>(openListRequest, sent, listener),
		);
		if (!answer || !('problem' in answer)) return answer;
		if (!answer.sheets || sheet !== undefined) throw new Error(`${name}: ${answer.problem}`);
		const items = answer.sheets.map((one) => ({ label: labelText(one), one }));
		const picked = await pickOne(items, { title: `Fill from ${name}`, placeHolder: 'Choose a sheet' });
		if (!picked) return undefined;
		sheet = picked.one;
	}
}

/** Shows what a list does until the person fills or cancels. */
async function previewList(
	{ server }: CommandContext,
	folder: FolderToFill,
	opened: { readonly list: number; readonly name: string; readonly description: ListDescription },
	first: ListChoice,
): Promise<void> {
	const { list, name, description } = opened;
	let choice = first;
	let files = await folder.open();
	for (;;) {
		const params: FillFromListParams = { ...files, list, choice, preview: true };
		const answer = await askServer<FillFromListAnswer>(server, 'Counting', fillFromListRequest, params);
		if (!answer) return;
		const picked = await pickOne(listItems(answer, choice, description, name), {
			title: `Fill from ${name}`,
			placeHolder: 'Nothing is written before you choose Fill',
			matchOnDescription: true,
			ignoreFocusOut: true,
		});
		if (!picked) return;
		if (picked.action === 'fill') {
			await fill(server, { ...params, preview: false }, name);
			return;
		}
		if (picked.action === 'other values') choice = { ...choice, onlyWhereEmpty: !choice.onlyWhereEmpty };
		else if (picked.action === 'show others') await showOtherValues(answer.conflicts, answer.columns);
		else if (picked.action === 'show unused') await showUnused(answer, name);
		else if (picked.action === 'add students') {
			await commands.executeCommand('cleverDemographics.addMissing', folder.pair.roster.toString());
			files = await folder.open();
		}
	}
}

async function fill(server: LanguageServer, params: FillFromListParams, name: string): Promise<void> {
	const answer = await askServer<FillFromListAnswer>(server, 'Filling', fillFromListRequest, params);
	if (!answer) return;
	await applyFill(answer.files);
	const filled = answer.columns
		.filter(({ changed }) => changed > 0)
		.map(({ changed, column }) => `${countOf(changed, 'field')} of ${column}`);
	announce(`${wordList(filled)} filled from ${name}.`, answer.files);
}
