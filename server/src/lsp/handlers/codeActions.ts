import type { CodeAction, Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import * as features from '../../features';
import { resolvesCodeActions } from '../capabilities';
import { presentable } from '../presentable';
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
		answerChecked<CodeAction[]>(context, params.textDocument.uri, token, [], (checker) =>
			listActions(context, checker, params.range, params.context.only),
		),
	);
	connection.onCodeActionResolve((action, token) => {
		const uri = (action.data as Partial<ActionData> | undefined)?.uri ?? '';
		return answerChecked<CodeAction>(context, uri, token, action, (checker) =>
			resolveAction(context, checker, action),
		);
	});
}

function listActions(
	context: HandlerContext,
	checker: Checker,
	range: Range,
	only: readonly string[] | undefined,
): CodeAction[] {
	const { client } = context;
	const { uri, version } = checker.document;
	const isResolved = resolvesCodeActions(client);
	return lazyActions(context, checker, range, only).map(({ id, action, edits }) => {
		const { diagnostics } = action;
		const shown = diagnostics ? { ...action, diagnostics: presentable(client, diagnostics) } : action;
		if (!edits) return shown;
		if (!isResolved) return { ...shown, edit: fileEdit(context, checker, edits()) };
		const data: ActionData = { uri, version, range, only, id };
		return { ...shown, data };
	});
}

/** Adds the edits to an action of `listActions`; not where the text or the settings have changed since. */
function resolveAction(context: HandlerContext, checker: Checker, action: CodeAction): CodeAction {
	const { version, range, only, id } = action.data as ActionData;
	if (checker.document.version !== version) return action;
	const lazy = lazyActions(context, checker, range, only).find((other) => other.id === id);
	if (!lazy?.edits) return action;
	return { ...action, edit: fileEdit(context, checker, lazy.edits()) };
}

function lazyActions(
	{ commands, ruleUri }: HandlerContext,
	checker: Checker,
	range: Range,
	only: readonly string[] | undefined,
) {
	return features.codeActions(checker, range, { commands, ruleUri, only });
}

function fileEdit(
	{ client }: HandlerContext,
	{ document: { uri, version } }: Checker,
	edits: readonly TextEdit[],
): WorkspaceEdit {
	return workspaceEdit(client, [{ uri, version, edits }]);
}
