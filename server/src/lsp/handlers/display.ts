import type { CodeLens, InlayHint } from 'vscode-languageserver';
import * as features from '../../features';
import { folderReadiness } from '../folderReadiness';
import { checkAllToEnd, collectInSlices, staleCheck } from '../staleness';
import { answer, answerChecked, type HandlerContext } from './context';

/** Answers what an editor draws into a file: lenses over the header, hints after values, colors of categories. */
export function registerDisplay(context: HandlerContext): void {
	const { connection, client, checkers, commands } = context;
	connection.onCodeLens(({ textDocument }, token) =>
		answerChecked<CodeLens[]>(context, textDocument.uri, token, [], async (checker) => {
			const readiness = await folderReadiness(context, checker, () => token.isCancellationRequested);
			return features.codeLenses(checker, readiness, commands);
		}),
	);
	connection.languages.inlayHint.on(({ textDocument, range }, token) =>
		answer<InlayHint[]>(context, textDocument.uri, token, [], async (checker) => {
			const settings = checker.active.settings.inlayHints;
			const needsNames = settings.names && checker.table.role === 'extension';
			const sibling = needsNames ? await checkers.siblingOf(checker.document) : undefined;
			const isStale = staleCheck(sibling ? [checker, sibling] : [checker], token);
			if (sibling) await checkAllToEnd([sibling], isStale);
			const hints = features.inlayHints(checker, sibling, range, settings);
			return collectInSlices(hints, features.MAX_HINTS, isStale);
		}),
	);
	connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
		answer(context, textDocument.uri, token, { data: [] }, async (checker) => {
			const multiline = client.textDocument?.semanticTokens?.multilineTokenSupport === true;
			const walk = features.semanticTokens(checker, range, multiline);
			const tokens = await collectInSlices(walk, Number.POSITIVE_INFINITY, staleCheck([checker], token));
			return { data: features.encoded(tokens) };
		}),
	);
}
