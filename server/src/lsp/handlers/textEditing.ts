import type { CancellationToken } from 'vscode-languageserver';
import * as features from '../../features';
import { type NextFieldsAnswer, type NextFieldsParams, nextFieldsRequest } from '../../protocol';
import { answer, type HandlerContext } from './context';

/** Answers what helps a person to type and paste in the text editor. */
export function registerTextEditing(context: HandlerContext): void {
	context.connection.onRequest(
		nextFieldsRequest,
		({ file, ranges, backward }: NextFieldsParams, token: CancellationToken) =>
			answer<NextFieldsAnswer>(context, file.uri, token, null, (checker) =>
				checker.document.version === file.version
					? ranges.map((range) => features.nextField(checker, range, backward) ?? null)
					: null,
			),
	);
}
