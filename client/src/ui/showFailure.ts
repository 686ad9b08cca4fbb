import { showError } from './messages';

/** Shows an error's message, after `prefix` where the message alone does not say what failed. */
export function showFailure(error: unknown, prefix = ''): void {
	showError(`${prefix}${error instanceof Error ? error.message : String(error)}`);
}
