import type { Connection, InlayHint } from 'vscode-languageserver';
import * as service from '../../features';
import { collectInSlices, finish, staleCheck } from '../staleness';
import type { StudentHost } from './students';

/** Registers what an editor draws into a range of a file: hints between the values, and the colours of the categories. */
export function registerDisplay(connection: Connection, { client, answer, other }: StudentHost): void {
	connection.languages.inlayHint.on(({ textDocument, range }, token) =>
		answer<InlayHint[]>(textDocument.uri, token, [], async (checker) => {
			const wanted = checker.active.settings.inlayHints;
			const beside = wanted.names && !checker.table.person ? await other(checker.document) : undefined;
			const files = beside ? [checker, beside] : [checker];
			const isStale = staleCheck(files, token);
			if (beside) await finish([beside], isStale);
			return collectInSlices(service.inlayHints(checker, beside, range, wanted), service.MOST_HINTS, isStale);
		}),
	);
	connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
		answer(textDocument.uri, token, { data: [] }, async (checker) => {
			const multiline = client().textDocument?.semanticTokens?.multilineTokenSupport === true;
			const walk = service.semanticTokens(checker, range, multiline);
			const tokens = await collectInSlices(walk, Number.POSITIVE_INFINITY, staleCheck([checker], token));
			return { data: service.encoded(tokens) };
		}),
	);
}
