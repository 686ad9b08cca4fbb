import type { ProgressParams, Refusal } from '../../../../server/src/protocol';
import type { LanguageServer } from '../../server/languageServer';
import { withProgress } from '../../ui/withProgress';

/** Sends a long request under a notification with its progress. Undefined if the person cancels; throws the problem that the server answers with. */
export async function askServer<A>(
	server: LanguageServer,
	title: string,
	request: string,
	params: ProgressParams,
): Promise<Exclude<A, Refusal> | undefined> {
	const answer = await withProgress(title, (listener) => server.ask<A>(request, params, listener));
	if (isProblem(answer)) throw new Error(answer.problem);
	return answer as Exclude<A, Refusal> | undefined;
}

function isProblem(answer: unknown): answer is Refusal {
	return typeof answer === 'object' && answer !== null && 'problem' in answer;
}
