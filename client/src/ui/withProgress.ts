import { ProgressLocation, window } from 'vscode';
import type { QueuedStatus } from '../server/languageServer';

/** Runs something that takes its time under a notification that says how far it is; undefined where the person gave up. */
export function whileWaiting<T>(
	title: string,
	run: (waiting: QueuedStatus) => Promise<T>,
): Thenable<T | undefined> {
	const options = { location: ProgressLocation.Notification, title, cancellable: true };
	return window.withProgress(options, async (progress, token) => {
		let shown = 0;
		const onPercentage = (percentage: number): void => {
			progress.report({ increment: percentage - shown, message: `${percentage}%` });
			shown = percentage;
		};
		try {
			const answer = await run({ token, onPercentage });
			return token.isCancellationRequested ? undefined : answer;
		} catch (error) {
			if (token.isCancellationRequested) return undefined;
			throw error;
		}
	});
}
