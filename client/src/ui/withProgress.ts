import { ProgressLocation, window } from 'vscode';
import type { ProgressListener } from '../server/languageServer';

/** Runs long work under a notification with its progress; undefined if the person cancels it. */
export function withProgress<T>(
	title: string,
	run: (listener: ProgressListener) => Thenable<T>,
): Thenable<T | undefined> {
	const options = { location: ProgressLocation.Notification, title, cancellable: true };
	return window.withProgress(options, async (progress, token) => {
		let reported = 0;
		const onPercentage = (percentage: number): void => {
			progress.report({ increment: percentage - reported, message: `${percentage}%` });
			reported = percentage;
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
