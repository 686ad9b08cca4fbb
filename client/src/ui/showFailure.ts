import { faultReason, isFileFault } from '../../../server/src/writing/writeFault';
import { showError } from './messages';

/** Shows an error's message, after `prefix` where the message alone does not say what failed. */
export function showFailure(error: unknown, prefix = ''): void {
	showError(`${prefix}${error instanceof Error ? textOf(error) : String(error)}`);
}

function textOf(error: Error): string {
	return isFileFault(error) ? `A file could not be read or written: ${faultReason(error)}.` : error.message;
}
