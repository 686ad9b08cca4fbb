import { CancellationTokenSource, ProgressLocation, window } from 'vscode';
import { messageText } from '../../../server/src/safeText';
import type { ProgressListener } from '../server/languageServer';

/** Milliseconds that work may take without a notification: one that comes and goes at once only distracts. */
const QUIET_MS = 700;

/** Runs work, with its progress in a notification where it takes long; undefined if the person cancels it. */
export async function withProgress<T>(
	title: string,
	run: (listener: ProgressListener) => Thenable<T>,
): Promise<T | undefined> {
	const cancellation = new CancellationTokenSource();
	const { token } = cancellation;
	let percentage = 0;
	let onProgress = (): void => {};
	const work = Promise.resolve(
		run({
			token,
			onPercentage: (now) => {
				percentage = now;
				onProgress();
			},
		}),
	);
	const ended = work.then(
		() => true,
		() => true,
	);
	if (!(await Promise.race([ended, quietTime()]))) {
		const options = {
			location: ProgressLocation.Notification,
			title: messageText(title),
			cancellable: true,
		};
		await window.withProgress(options, async (progress, canceled) => {
			const subscription = canceled.onCancellationRequested(() => cancellation.cancel());
			let reported = 0;
			onProgress = () => {
				progress.report({ increment: percentage - reported, message: messageText(`${percentage}%`) });
				reported = percentage;
			};
			if (percentage > 0) onProgress();
			await ended;
			subscription.dispose();
		});
	}
	try {
		const answer = await work;
		return token.isCancellationRequested ? undefined : answer;
	} catch (error) {
		if (token.isCancellationRequested) return undefined;
		throw error;
	} finally {
		cancellation.dispose();
	}
}

/** Shows from the start, in a notification, that work is under way that cannot be canceled. */
export function whileBusy<T>(title: string, run: () => Promise<T>): Thenable<T> {
	const options = { location: ProgressLocation.Notification, title: messageText(title), cancellable: false };
	return window.withProgress(options, run);
}

function quietTime(): Promise<false> {
	return new Promise((resolve) => setTimeout(resolve, QUIET_MS, false));
}
