import {
	type CancellationToken,
	type DataTransfer,
	DataTransferItem,
	type Disposable,
	DocumentDropOrPasteEditKind,
	DocumentPasteEdit,
	type DocumentPasteEditContext,
	type DocumentPasteEditProvider,
	DocumentPasteTriggerKind,
	languages,
	type Range,
	type TextDocument,
	WorkspaceEdit,
} from 'vscode';
import { type TextPasteAnswer, type TextPasteParams, textPasteRequest } from '../../../server/src/protocol';
import { countOf, plural } from '../../../server/src/wording';
import { anySchemeSelector, kindOf } from '../files/fileKinds';
import { refOf } from '../files/filePair';
import { tooLarge } from '../grid/pasteLimit';
import type { LanguageServer } from '../server/languageServer';
import { textEditsOf } from '../ui/applyEdits';
import { showWarning } from '../ui/messages';

const TEXT = 'text/plain';
/** Marks a text that is copied from one of our files: it is CSV already. VS Code keeps it while it runs. */
const OWN_TEXT = 'application/vnd.clever-demographics.csv';

const csvText = DocumentDropOrPasteEditKind.Text.append('csv');

/** Registers how a block of cells from a spreadsheet is pasted into the text. VS Code offers its plain text next to it. */
export function registerCellPaste(server: LanguageServer): Disposable {
	return languages.registerDocumentPasteEditProvider(anySchemeSelector(), new CellPaste(server), {
		providedPasteEditKinds: [csvText],
		copyMimeTypes: [OWN_TEXT],
		pasteMimeTypes: [TEXT, OWN_TEXT],
	});
}

class CellPaste implements DocumentPasteEditProvider {
	constructor(private readonly server: LanguageServer) {}

	/** What is copied with several cursors is a column, and gets no mark. */
	prepareDocumentPaste(_: TextDocument, ranges: readonly Range[], data: DataTransfer): void {
		if (ranges.length === 1) data.set(OWN_TEXT, new DataTransferItem('csv'));
	}

	/** Undefined for what VS Code pastes as it is. */
	async provideDocumentPasteEdits(
		document: TextDocument,
		ranges: readonly Range[],
		data: DataTransfer,
		{ triggerKind }: DocumentPasteEditContext,
		token: CancellationToken,
	): Promise<DocumentPasteEdit[] | undefined> {
		const [range] = ranges;
		// With several cursors, VS Code gives each one line.
		if (!range || !kindOf(document) || ranges.length > 1 || data.get(OWN_TEXT) || this.server.isDown)
			return undefined;
		const clipboard = await data.get(TEXT)?.asString();
		if (!clipboard || !/[\t\r\n]/.test(clipboard) || tooLarge(clipboard)) return undefined;
		const { start, end } = range;
		const params: TextPasteParams = { file: refOf(document), clipboard, range: { start, end } };
		const listener = { token, onPercentage: () => {} };
		const answer = await this.server.ask<TextPasteAnswer>(textPasteRequest, params, listener);
		if (!answer || token.isCancellationRequested) return undefined;
		const isAsked = triggerKind === DocumentPasteTriggerKind.PasteAs;
		if ('problem' in answer) {
			if (!isAsked) showWarning(`Pasted as plain text. ${answer.problem}`);
			return undefined;
		}
		const { files, addsRows, unreadable } = answer;
		if (unreadable > 0 && !isAsked) {
			const are = plural(unreadable, 'it was', 'they were');
			showWarning(`${countOf(unreadable, 'row')} cannot be read as columns, so ${are} left unchanged.`);
		}
		// With an empty text, VS Code leaves the selection to the edits.
		const edit = new DocumentPasteEdit('', addsRows ? 'Insert as Rows' : 'Fill Cells', csvText);
		edit.additionalEdit = new WorkspaceEdit();
		for (const { edits } of files) edit.additionalEdit.set(document.uri, textEditsOf(edits));
		return [edit];
	}
}
