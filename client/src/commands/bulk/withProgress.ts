import { ProgressLocation, window } from 'vscode';
import type { BulkParams, Problem } from '../../../../server/src/protocol';
import type { Server } from '../../server';

/** Asks the server for something that may take a while. Undefined where the person gave up; throws what the server says is in the way. */
export async function ask<A>(
	server: Server,
	title: string,
	request: string,
	params: BulkParams,
): Promise<Exclude<A, Problem> | undefined> {
	const options = { location: ProgressLocation.Notification, title, cancellable: true };
	const answer = await window.withProgress(options, async (progress, token) => {
		let shown = 0;
		try {
			const onPercentage = (percentage: number): void => {
				progress.report({ increment: percentage - shown, message: `${percentage}%` });
				shown = percentage;
			};
			const got = await server.ask<A>(request, params, { token, onPercentage });
			return token.isCancellationRequested ? undefined : got;
		} catch (error) {
			if (token.isCancellationRequested) return undefined;
			throw error;
		}
	});
	if (isProblem(answer)) throw new Error(answer.problem);
	return answer as Exclude<A, Problem> | undefined;
}

function isProblem(answer: unknown): answer is Problem {
	return typeof answer === 'object' && answer !== null && 'problem' in answer;
}
