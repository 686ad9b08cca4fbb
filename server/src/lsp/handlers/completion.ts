import type { CancellationToken, CompletionList, Position } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import * as features from '../../features';
import { completionIn } from '../shownForms';
import { bothFiles, collectInSlices } from '../staleness';
import { answer, type HandlerContext } from './context';

/** Answers completions: columns in the header, codes in a column of codes, students where their ID is expected. */
export function registerCompletion(context: HandlerContext): void {
	const { connection, client } = context;
	connection.onCompletion(({ textDocument, position }, token) =>
		answer(context, textDocument.uri, token, null, async (checker) => {
			const students = await studentList(context, checker, position, token);
			return completionIn(
				client.completion,
				students ?? features.completion(checker, position, client.completion.offered),
			);
		}),
	);
}

/** The students that can be written at a position; undefined if none is expected. */
async function studentList(
	{ checkers, client }: HandlerContext,
	checker: Checker,
	position: Position,
	token: CancellationToken,
): Promise<CompletionList | undefined> {
	if (!features.takesStudent(checker, position)) return undefined;
	const { sibling, isStale } = await bothFiles(checkers, checker, token);
	if (!sibling) return undefined;
	const walk = features.studentCompletion(checker, sibling, position, client.completion.offered);
	return { isIncomplete: true, items: await collectInSlices(walk, features.MAX_STUDENTS, isStale) };
}
