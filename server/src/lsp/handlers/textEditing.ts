import type { CancellationToken } from 'vscode-languageserver';
import { fileEdits } from '../../bulk';
import type { Checker } from '../../check/live/checker';
import { textPaste } from '../../grid/textPaste';
import { type TextPasteAnswer, type TextPasteParams, textPasteRequest } from '../../protocol';
import { type Steps, stepsIn } from '../../work/steps';
import { bulkRun } from './bulkRun';
import type { HandlerContext } from './context';

/** Answers what helps a person to paste in the text editor. */
export function registerTextEditing(context: HandlerContext): void {
	context.connection.onRequest(textPasteRequest, (params: TextPasteParams, token: CancellationToken) =>
		bulkRun<TextPasteAnswer>(context, params, token, async (open) => paste(await open(params.file), params)),
	);
}

function* paste(checker: Checker, { clipboard, range }: TextPasteParams): Steps<TextPasteAnswer> {
	const { document } = checker;
	const selected = { start: document.offsetAt(range.start), end: document.offsetAt(range.end) };
	const pasted = yield* stepsIn([0, 0.8], textPaste(checker, clipboard, selected));
	if (!pasted) return null;
	if ('problem' in pasted) return pasted;
	const { edits, addsRows, unreadable } = pasted;
	return { files: yield* stepsIn([0.8, 1], fileEdits(document, edits)), addsRows, unreadable };
}
