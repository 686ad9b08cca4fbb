import type { Connection } from 'vscode-languageserver';
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
 * @param title what is done, which the client shows together with a text of its own.
 */
export function beginProgress(
	connection: Connection,
	workDoneToken: string | number | undefined,
	title: string,
): Progress {
	if (workDoneToken === undefined) return { report: () => {}, end: () => {} };
	const progress = connection.window.attachWorkDoneProgress(workDoneToken);
	progress.begin(messageText(title), 0, undefined, true);
	return {
		report: (done) => progress.report(Math.min(100, Math.round(done * 100))),
		end: () => progress.done(),
	};
}
