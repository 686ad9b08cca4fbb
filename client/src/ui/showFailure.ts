import { window } from 'vscode';

/** Shows a person what failed, in the words of the error, behind what it means where `what` says so. */
export function showFailure(error: unknown, what = ''): void {
	void window.showErrorMessage(`${what}${error instanceof Error ? error.message : String(error)}`);
}
