import type { Connection } from 'vscode-languageserver';

/** Tells a client how far some work is, where it wants to hear it. */
export interface Progress {
	/** From 0 to 1. */
	report(done: number): void;
	end(): void;
}

/** @param title what is done, as the client shows it beside what it says itself. */
export function beginProgress(
	connection: Connection,
	workDoneToken: string | number | undefined,
	title: string,
): Progress {
	if (workDoneToken === undefined) return { report: () => {}, end: () => {} };
	const progress = connection.window.attachWorkDoneProgress(workDoneToken);
	progress.begin(title, 0, undefined, true);
	return {
		report: (done) => progress.report(Math.min(100, Math.round(done * 100))),
		end: () => progress.done(),
	};
}
