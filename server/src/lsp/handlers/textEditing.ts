import type { CancellationToken } from 'vscode-languageserver';
import { fileEdits } from '../../bulk';
import type { Checker } from '../../check/live/checker';
import * as features from '../../features';
import { textPaste } from '../../grid/textPaste';
import {
	type NextFieldsAnswer,
	type NextFieldsParams,
	nextFieldsRequest,
	type TextPasteAnswer,
	type TextPasteParams,
	textPasteRequest,
} from '../../protocol';
import { type Steps, stepsIn } from '../../work/steps';
import { bulkRun } from './bulkRun';
import { answer, type HandlerContext } from './context';

/** Answers what helps a person to type and paste in the text editor. */
export function registerTextEditing(context: HandlerContext): void {
	const { connection } = context;
	connection.onRequest(
		nextFieldsRequest,
		({ file, ranges, backward }: NextFieldsParams, token: CancellationToken) =>
			answer<NextFieldsAnswer>(context, file.uri, token, null, (checker) =>
				checker.document.version === file.version
					? ranges.map((range) => features.nextField(checker, range, backward) ?? null)
					: null,
			),
	);
	connection.onRequest(textPasteRequest, (params: TextPasteParams, token: CancellationToken) =>
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
