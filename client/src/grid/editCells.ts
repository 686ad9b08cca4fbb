import type { TextDocument } from 'vscode';
import {
	type FileRef,
	type GridAction,
	type GridEditAnswer,
	type GridEditParams,
	type GridPastePlan,
	type GridPlanAnswer,
	type GridPlanParams,
	type GridRangesParams,
	type GridRowNamesAnswer,
	gridEditRequest,
	gridPlanPasteRequest,
	gridRowNamesRequest,
	type ProgressParams,
} from '../../../server/src/protocol';
import { labelText } from '../../../server/src/safeText';
import { baseName } from '../files/fileKinds';
import { refOf } from '../files/filePair';
import type { LanguageServer } from '../server/languageServer';
import { applyEdits, changedError, MANY_EDITS } from '../ui/applyEdits';
import { confirm } from '../ui/messages';
import { pickOne } from '../ui/quickPick';
import { whileBusy, withProgress } from '../ui/withProgress';
import { deleteQuestion, type PasteChoice, pasteChoices } from './editQuestions';
import type { PageRequests, Refused } from './messages';
import { tooLarge } from './pasteLimit';

/** What the page wants to be changed. */
type Wanted = PageRequests['edit'][0];
type Answer = PageRequests['edit'][1];

/** The file of a table, and how it is changed. */
export interface EditedFile {
	readonly document: TextDocument;
	readonly server: LanguageServer;
	/** Gives the keyboard back to the table after a question of ours had it; not where another editor is active. */
	takeFocus(): void;
}

/** Makes a change as one step to undo, after a question where something is lost or could be meant in two ways. */
export async function editCells(file: EditedFile, wanted: Wanted): Promise<Answer> {
	const { action } = wanted;
	if (action.type === 'deleteRows') return deleteRows(file, wanted, action);
	if (action.type === 'paste') return paste(file, wanted, action);
	return changeCells(file, wanted);
}

async function deleteRows(
	file: EditedFile,
	wanted: Wanted,
	{ ranges }: Extract<GridAction, { type: 'deleteRows' }>,
): Promise<Answer> {
	const ref = refOf(file.document);
	const params: GridRangesParams = { file: ref, view: wanted.view, ranges };
	const names = await ask<GridRowNamesAnswer>(file, 'Looking up the rows', gridRowNamesRequest, params);
	if (!names || 'problem' in names) return names ?? null;
	if (names.rows === 0) return { problem: 'There is no row to delete.' };
	const isAgreed = await confirm(deleteQuestion(names), 'Undo restores what is deleted.', 'Delete');
	file.takeFocus();
	if (!isAgreed) return null;
	// The person has agreed to these rows and to no others.
	return changeVersion(file, wanted, ref);
}

async function paste(
	file: EditedFile,
	wanted: Wanted,
	action: Extract<GridAction, { type: 'paste' }>,
): Promise<Answer> {
	const { type, byId: _, ...block } = action;
	const large = tooLarge(block.text);
	if (large) return large;
	const params: GridPlanParams = { ...block, file: refOf(file.document), view: wanted.view };
	const plan = await ask<GridPlanAnswer>(file, 'Reading the clipboard', gridPlanPasteRequest, params);
	if (!plan || !('rows' in plan)) return plan ?? null;
	const byId = await chooseMatching(file, plan);
	if (typeof byId !== 'boolean') return byId;
	return changeCells(file, { ...wanted, action: { type, ...block, byId } });
}

/** Whether to match a block by its IDs, which a person is asked where it has some. Null if the person cancels. */
async function chooseMatching(file: EditedFile, plan: GridPastePlan): Promise<boolean | Refused | null> {
	const { byId, problem } = plan;
	const choices = pasteChoices(plan);
	const refused = byId?.problem ?? problem;
	if (choices.length === 0) return refused === undefined ? false : { problem: refused };
	const answer = await askMatching(choices as readonly [PasteChoice], byId?.problem);
	file.takeFocus();
	return answer;
}

async function askMatching(
	choices: readonly [PasteChoice, ...PasteChoice[]],
	problem: string | undefined,
): Promise<boolean | null> {
	if (problem !== undefined) {
		const question = 'The block has student IDs, but its rows cannot be matched by them.';
		return (await confirm(question, problem, choices[0].title)) ? false : null;
	}
	const items = choices.map((choice) => ({
		...choice,
		label: labelText(choice.title),
		detail: labelText(choice.detail),
	}));
	const picked = await pickOne(items, { title: 'Paste', placeHolder: 'The block has student IDs.' });
	return picked ? picked.byId : null;
}

/** Makes a change to the document as it is now, once more if it changes in the meantime. */
async function changeCells(file: EditedFile, wanted: Wanted): Promise<Answer> {
	const { document } = file;
	for (const isLast of [false, true]) {
		const ref = refOf(document);
		const answer = await changeVersion(file, wanted, ref);
		if (isLast || document.version === ref.version || !answer || !('problem' in answer)) return answer;
	}
	return null;
}

/** Makes a change to one version of the document, and nothing where it has another one. */
async function changeVersion(
	file: EditedFile,
	{ view, order, action }: Wanted,
	ref: FileRef,
): Promise<Answer> {
	const { document } = file;
	const title = `Changing ${baseName(document.uri.path)}`;
	const params: GridEditParams = { file: ref, view, order, action };
	const answer = await ask<GridEditAnswer>(file, title, gridEditRequest, params);
	if (!answer || 'problem' in answer) return answer ?? null;
	const { files, changed, unreadable, unmatched } = answer;
	if (document.version !== ref.version) return { problem: changedError(document.uri).message };
	const count = files.reduce((sum, { edits }) => sum + edits.length, 0);
	const apply = (): Promise<void> => applyEdits(files);
	await (count > MANY_EDITS ? whileBusy(title, apply) : apply());
	const isMatched = unmatched.count + unmatched.hidden === 0;
	return { changed, unreadable, ...(!isMatched && { unmatched }) };
}

/** Undefined if the person cancels. */
async function ask<A>(
	file: EditedFile,
	title: string,
	request: string,
	params: ProgressParams,
): Promise<A | undefined> {
	const answer = await withProgress(title, (listener) => file.server.ask<A>(request, params, listener));
	if (answer === undefined) file.takeFocus();
	return answer;
}
