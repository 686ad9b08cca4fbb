import { window } from 'vscode';
import { lineText, messageText } from '../../../server/src/safeText';

/** Shows a notification in which nothing is a link, whatever text it quotes. Returns the button that is picked. */
export function showInformation(
	message: string,
	...buttons: readonly string[]
): Thenable<string | undefined> {
	return window.showInformationMessage(messageText(message), ...buttons);
}

/** Shows a warning, as `showInformation` does. */
export function showWarning(message: string): void {
	void window.showWarningMessage(messageText(message));
}

/** Shows an error, as `showInformation` does. */
export function showError(message: string): void {
	void window.showErrorMessage(messageText(message));
}

/** Asks a question that must be answered; whether the person agrees. `detail` says in sentences what follows. */
export async function confirm(question: string, detail: string, agree: string): Promise<boolean> {
	const options = { modal: true, detail: lineText(detail) };
	return (await window.showWarningMessage(messageText(question), options, agree)) === agree;
}
