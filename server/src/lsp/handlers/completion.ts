import type { CancellationToken, CompletionList, Position } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import * as features from '../../features';
import { completionIn } from '../markupFormat';
import { bothFiles, collectInSlices } from '../staleness';
import { answer, type HandlerContext } from './context';

/** Answers completions: columns in the header, codes in a column of codes, students where their ID is expected. */
export function registerCompletion(context: HandlerContext): void {
	const { connection, client } = context;
	connection.onCompletion(({ textDocument, position }, token) =>
		answer(context, textDocument.uri, token, null, async (checker) => {
			const formats = client.textDocument?.completion?.completionItem?.documentationFormat;
			const students = await studentList(context, checker, position, token);
			return completionIn(formats, students ?? features.completion(checker, position));
		}),
	);
}

/** The students that can be written at a position; undefined if none is expected. */
async function studentList(
	{ checkers }: HandlerContext,
	checker: Checker,
	position: Position,
	token: CancellationToken,
): Promise<CompletionList | undefined> {
	if (!features.takesStudent(checker, position)) return undefined;
	const { sibling, isStale } = await bothFiles(checkers, checker, token);
	if (!sibling) return undefined;
	const walk = features.studentCompletion(checker, sibling, position);
	return { isIncomplete: true, items: await collectInSlices(walk, features.MAX_STUDENTS, isStale) };
}
