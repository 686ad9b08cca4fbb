import type { WorkspaceEdit } from 'vscode-languageserver';
import * as features from '../../features';
import type { SiblingProblem } from '../../protocol';
import type { Refusal } from '../../work/refusal';
import { refused } from '../refused';
import { bothFiles } from '../staleness';
import { workspaceEdit } from '../workspaceEdit';
import { answer, type HandlerContext } from './context';

/** Answers renames, which give a student another ID in both files. */
export function registerRename(context: HandlerContext): void {
	const { connection, client, documents, siblings, checkers } = context;
	connection.onPrepareRename(({ textDocument, position }, token) =>
		answer(context, textDocument.uri, token, null, (checker) =>
			orThrow(features.prepareRename(checker, position)),
		),
	);
	connection.onRenameRequest(({ textDocument, position, newName }, token) =>
		answer(context, textDocument.uri, token, null, async (checker): Promise<WorkspaceEdit> => {
			const isId = features.idAt(checker, position) !== undefined;
			const unread = isId ? await siblings.problemOfSibling(checker.document) : undefined;
			if (unread) throw refused(keepsOldId(unread));
			const { sibling } = await bothFiles(checkers, checker, token);
			const files = orThrow(features.rename(checker, sibling, position, newName));
			return workspaceEdit(
				client,
				files.map(({ document: { uri, version }, edits }) => ({
					uri,
					version: documents.get(uri) ? version : null,
					edits,
				})),
			);
		}),
	);
}

/** A rename in one file alone would leave the rows of the other without their student. */
function keepsOldId({ fileName, problem }: SiblingProblem): string {
	const why = problem === 'too large' ? 'is too large to read here' : 'cannot be read';
	return `${fileName} ${why} and would keep the old ID. Change the ID in each file.`;
}

/** LSP has an error for a refusal, whose message an editor shows as it is. */
function orThrow<T extends object>(result: T | Refusal): T {
	if ('problem' in result) throw refused(result.problem);
	return result;
}
