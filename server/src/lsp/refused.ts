import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { messageText } from '../safeText';

/**
 * The error to throw where a request is not carried out for a reason that the person can act on. A request that
 * throws it fails with it, and editors show its message.
 *
 * @param problem a sentence for people, without a value of a file, since clients log what a request fails with.
 */
export function refused(problem: string): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.RequestFailed, messageText(problem));
}

/** Whether an error was made by `refused`. */
export function isRefused(error: unknown): error is ResponseError<void> {
	return error instanceof ResponseError && error.code === LSPErrorCodes.RequestFailed;
}
