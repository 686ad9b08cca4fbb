import type { CancellationToken, Connection } from 'vscode-languageserver';
import { messageText } from '../safeText';

/** Reports the progress of some work to a client that asked for it. */
export interface Progress {
	/** @param done from 0 to 1. */
	report(done: number): void;
	end(): void;
}

/**
 * Begins to report progress, if the client sent a token for it.
 *
 * @param token that of the request, which is answered once it is canceled: progress ends before the answer.
 * @param title what is done, which the client shows together with a text of its own.
 */
export function beginProgress(
	connection: Connection,
	workDoneToken: string | number | null | undefined,
	token: CancellationToken,
	title: string,
): Progress {
	const isWanted = workDoneToken !== undefined && workDoneToken !== null && !token.isCancellationRequested;
	if (!isWanted) return { report: () => {}, end: () => {} };
	const progress = connection.window.attachWorkDoneProgress(workDoneToken);
	progress.begin(messageText(title), 0, undefined, true);
	let hasEnded = false;
	const end = (): void => {
		cancellation.dispose();
		if (!hasEnded) progress.done();
		hasEnded = true;
	};
	const cancellation = token.onCancellationRequested(end);
	return {
		report: (done) => {
			if (!hasEnded) progress.report(Math.min(100, Math.round(done * 100)));
		},
		end,
	};
}
