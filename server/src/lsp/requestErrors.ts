import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';

/** The error of a request that the client has canceled. */
export function canceled(): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.RequestCancelled, 'Canceled.');
}

/** The error of a request that a later change of a file has overtaken: an answer would be about the text before it. */
export function contentModified(): ResponseError<void> {
	return new ResponseError(LSPErrorCodes.ContentModified, 'The file changed.');
}
