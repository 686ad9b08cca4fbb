import type { CancellationToken, CodeAction, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import * as features from '../../features';
import type { LazyAction } from '../../features/lazyAction';
import { inSlices } from '../../work/slices';
import { resolvesCodeActions } from '../capabilities';
import { presentable } from '../presentable';
import { type IsStale, staleCheck } from '../staleness';
import { workspaceEdit } from '../workspaceEdit';
import { answerChecked, type HandlerContext } from './context';

/** What a client that resolves actions hands back: enough to make the same list again. */
interface ActionData {
	readonly uri: string;
	readonly version: number;
	readonly range: Range;
	readonly only: readonly string[] | undefined;
	readonly id: string;
}

/** Answers code actions, with their edits at once or, for a client that resolves actions, when one is picked. */
export function registerCodeActions(context: HandlerContext): void {
	const { connection } = context;
	connection.onCodeAction((params, token) =>
		answerChecked<CodeAction[]>(context, params.textDocument.uri, token, [], async (checker) => {
			const isStale = await staleness(context, checker, token);
			return listActions(context, checker, params.range, params.context.only, isStale);
		}),
	);
	connection.onCodeActionResolve((action, token) => {
		const uri = (action.data as Partial<ActionData> | undefined)?.uri ?? '';
		return answerChecked<CodeAction>(context, uri, token, action, async (checker) => {
			const isStale = await staleness(context, checker, token);
			return resolveAction(context, checker, action, isStale);
		});
	});
}

async function listActions(
	context: HandlerContext,
	checker: Checker,
	range: Range,
	only: readonly string[] | undefined,
	isStale: IsStale,
): Promise<CodeAction[]> {
	const { client } = context;
	const { uri, version } = checker.document;
	const isResolved = resolvesCodeActions(client);
	const actions: CodeAction[] = [];
	for (const { id, action, edits } of lazyActions(context, checker, range, only)) {
		const { diagnostics } = action;
		const shown = diagnostics ? { ...action, diagnostics: presentable(client, diagnostics) } : action;
		const data: ActionData = { uri, version, range, only, id };
		if (!edits) actions.push(shown);
		else if (isResolved) actions.push({ ...shown, data });
		else {
			const edit = await fileEdit(context, checker, edits, isStale);
			if (!edit) return [];
			actions.push({ ...shown, edit });
		}
	}
	return actions;
}

/** Adds the edits to an action of `listActions`; not where the text or the settings have changed since. */
async function resolveAction(
	context: HandlerContext,
	checker: Checker,
	action: CodeAction,
	isStale: IsStale,
): Promise<CodeAction> {
	const { version, range, only, id } = action.data as ActionData;
	if (checker.document.version !== version) return action;
	const lazy = lazyActions(context, checker, range, only).find((other) => other.id === id);
	if (!lazy?.edits) return action;
	const edit = await fileEdit(context, checker, lazy.edits, isStale);
	return edit ? { ...action, edit } : action;
}

function lazyActions(
	{ commands, ruleUri }: HandlerContext,
	checker: Checker,
	range: Range,
	only: readonly string[] | undefined,
) {
	return features.codeActions(checker, range, { commands, ruleUri, only });
}

/** The edit of an action, made in slices; undefined where the file or the one it is compared with has changed since. */
async function fileEdit(
	{ client }: HandlerContext,
	checker: Checker,
	edits: NonNullable<LazyAction['edits']>,
	isStale: IsStale,
): Promise<WorkspaceEdit | undefined> {
	const { uri, version } = checker.document;
	const steps = edits();
	const made = await inSlices(steps, isStale);
	// Ends the work early, so that nothing follows the other file for it any more.
	if (!made) steps.return([]);
	return made && workspaceEdit(client, [{ uri, version, edits: made }]);
}

/** Stale once the request is canceled, or the file or the one that it is compared with has changed. */
async function staleness(
	{ checkers }: HandlerContext,
	checker: Checker,
	token: CancellationToken,
): Promise<IsStale> {
	const sibling = await checkers.siblingOf(checker.document);
	return staleCheck(sibling ? [checker, sibling] : [checker], token);
}
