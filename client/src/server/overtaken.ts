import { LSPErrorCodes, ResponseError } from 'vscode-languageclient';

/**
 * The answer to a request; undefined where a file changed before the server could answer, or the request was canceled.
 * Neither is a failure: whoever changed or canceled something asks again, or wants no answer.
 */
export async function unlessOvertaken<T>(answer: PromiseLike<T>): Promise<T | undefined> {
	try {
		return await answer;
	} catch (error) {
		if (error instanceof ResponseError && isOvertaken(error.code)) return undefined;
		throw error;
	}
}

function isOvertaken(code: number): boolean {
	return code === LSPErrorCodes.ContentModified || code === LSPErrorCodes.RequestCancelled;
}
