import type { ProgressParams, Refusal } from '../../../../server/src/protocol';
import type { LanguageServer } from '../../server/languageServer';
import { whileWaiting } from '../../ui/withProgress';

/** Asks the server for something that may take a while. Undefined where the person gave up; throws what the server says is in the way. */
export async function ask<A>(
	server: LanguageServer,
	title: string,
	request: string,
	params: ProgressParams,
): Promise<Exclude<A, Refusal> | undefined> {
	const answer = await whileWaiting(title, (waiting) => server.ask<A>(request, params, waiting));
	if (isProblem(answer)) throw new Error(answer.problem);
	return answer as Exclude<A, Refusal> | undefined;
}

function isProblem(answer: unknown): answer is Refusal {
	return typeof answer === 'object' && answer !== null && 'problem' in answer;
}
