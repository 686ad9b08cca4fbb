import type { CancellationToken, CodeAction, Command, Range, WorkspaceEdit } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import * as features from '../../features';
import type { LazyAction } from '../../features/lazyAction';
import { listOf, number, optional, record, string } from '../../messageForms';
import { serverCommands } from '../../protocol';
import { lineText } from '../../safeText';
import { inSlices } from '../../work/slices';
import { rangeForm } from '../messages/forms';
import { presentable } from '../presentable';
import { contentModified } from '../requestErrors';
import { type IsStale, staleCheck } from '../staleness';
import { workspaceEdit } from '../workspaceEdit';
import { answerChecked, type HandlerContext } from './context';

/** What a client hands back for the edits of an action: enough to make the same list again. */
export interface ActionData {
	readonly uri: string;
	readonly version: number;
	readonly range: Range;
	readonly only: readonly string[] | undefined;
	readonly id: string;
}

const actionDataForm = record({
	uri: string,
	version: number,
	range: rangeForm,
	only: optional(listOf(string)),
	id: string,
});

/** The data of an action that a client hands back; undefined where it is other data. */
export function actionDataOf(value: unknown): ActionData | undefined {
	return actionDataForm(value) ? (value as ActionData) : undefined;
}

/** Answers code actions, with their edits at once or, for a client that resolves actions, when one is picked. */
export function registerCodeActions(context: HandlerContext): void {
	const { connection } = context;
	connection.onCodeAction((params, token) =>
		answerChecked<(CodeAction | Command)[]>(context, params.textDocument.uri, token, [], async (checker) => {
			const isStale = await staleness(context, checker, token);
			const list = context.client.codeActions.areLiterals ? listActions : listCommands;
			return list(context, checker, params.range, params.context.only ?? undefined, isStale);
		}),
	);
	connection.onCodeActionResolve((action, token) => {
		const data = actionDataOf(action.data);
		// An action with a command has nothing to resolve, and other data is not ours.
		if (!data) return action;
		return answerChecked<CodeAction>(context, data.uri, token, action, async (checker) => {
			const isStale = await staleness(context, checker, token);
			const edit = await editOf(context, checker, data, isStale);
			if (!edit) throw contentModified();
			return { ...action, edit };
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
	const { areResolved, isPreferred } = client.codeActions;
	const actions: CodeAction[] = [];
	for (const { id, action, edits } of lazyActions(context, checker, range, only)) {
		const { diagnostics } = action;
		const shown: CodeAction = { ...action };
		if (diagnostics) shown.diagnostics = presentable(client.diagnostics, diagnostics);
		if (!isPreferred) delete shown.isPreferred;
		const data: ActionData = { uri, version, range, only, id };
		if (!edits) actions.push(shown);
		else if (areResolved) actions.push({ ...shown, data });
		else {
			const edit = await fileEdit(context, checker, edits, isStale);
			if (!edit) throw contentModified();
			actions.push({ ...shown, edit });
		}
	}
	return actions;
}

/** The same for a client that takes no `CodeAction`s: as commands, which the server or the client runs. */
function listCommands(
	context: HandlerContext,
	checker: Checker,
	range: Range,
	only: readonly string[] | undefined,
): Command[] {
	const { uri, version } = checker.document;
	const { applyAction } = serverCommands;
	const isApplied = context.client.serverCommands.has(applyAction);
	return lazyActions(context, checker, range, only).flatMap(({ id, action, edits }) => {
		if (!edits) return action.command ?? [];
		const data: ActionData = { uri, version, range, only, id };
		return isApplied ? { title: lineText(action.title), command: applyAction, arguments: [data] } : [];
	});
}

/** The edits of an action of a list; undefined where the text or the settings have changed since. */
export async function editOf(
	context: HandlerContext,
	checker: Checker,
	{ version, range, only, id }: ActionData,
	isStale: IsStale,
): Promise<WorkspaceEdit | undefined> {
	if (checker.document.version !== version) return undefined;
	const lazy = lazyActions(context, checker, range, only ?? undefined).find((other) => other.id === id);
	return lazy?.edits && fileEdit(context, checker, lazy.edits, isStale);
}

/** The edits of the action that applies every preferred fix of a file; undefined where no fix applies. */
export async function fixAllEdit(
	context: HandlerContext,
	checker: Checker,
	isStale: IsStale,
): Promise<WorkspaceEdit | undefined> {
	const start = { line: 0, character: 0 };
	const [fixAll] = lazyActions(context, checker, { start, end: start }, [features.fixAllKind]);
	return fixAll?.edits && fileEdit(context, checker, fixAll.edits, isStale);
}

function lazyActions(
	{ client: { commands }, ruleUri }: HandlerContext,
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
export async function staleness(
	{ checkers }: HandlerContext,
	checker: Checker,
	token: CancellationToken,
): Promise<IsStale> {
	const sibling = await checkers.siblingOf(checker.document);
	return staleCheck(sibling ? [checker, sibling] : [checker], token);
}
