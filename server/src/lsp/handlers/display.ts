import {
	type CancellationToken,
	type CodeLens,
	type InlayHint,
	type Range,
	type SemanticTokens,
	SemanticTokensRequest,
} from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import type { CsvDocument } from '../../csv/document';
import * as features from '../../features';
import { folderReadiness } from '../folderReadiness';
import { checkAllToEnd, collectInSlices, staleCheck } from '../staleness';
import { answer, answerChecked, type HandlerContext } from './context';

/** Students of a file that is colored as a whole; a client that asks for the rows in view gets the colors of any file. */
const MAX_COLORED_STUDENTS = 5000;

/** Answers what an editor draws into a file: lenses over the header, hints after values, colors of categories. */
export function registerDisplay(context: HandlerContext): void {
	const { connection, client, checkers } = context;
	connection.onCodeLens(({ textDocument }, token) =>
		answerChecked<CodeLens[]>(context, textDocument.uri, token, [], async (checker) => {
			const readiness = await folderReadiness(context, checker, () => token.isCancellationRequested);
			return features.codeLenses(checker, readiness, client.lensCommands);
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
			return colors(checker, range, token);
		}),
	);
	connection.onRequest(SemanticTokensRequest.type, ({ textDocument }, token) =>
		answer<SemanticTokens | null>(context, textDocument.uri, token, null, async (checker) => {
			const { document } = checker;
			const walk = hasMoreStudents(document, MAX_COLORED_STUDENTS);
			const [hasMore] = await collectInSlices(walk, 1, staleCheck([checker], token));
			if (hasMore) return null;
			const end = document.positionAt(document.length);
			return colors(checker, { start: { line: 0, character: 0 }, end }, token);
		}),
	);

	/** The colors of the fields in a range, made in slices. */
	async function colors(checker: Checker, range: Range, token: CancellationToken): Promise<SemanticTokens> {
		const walk = features.semanticTokens(checker, range, client.colorsLines);
		const tokens = await collectInSlices(walk, Number.POSITIVE_INFINITY, staleCheck([checker], token));
		return { data: features.encoded(tokens) };
	}
}

/**
 * Whether a file has more rows than `most`, not counting the header. It reads no further than it takes to know, and
 * yields undefined where it may pause.
 */
function* hasMoreStudents(document: CsvDocument, most: number): Iterable<boolean | undefined> {
	const withHeader = most + 1;
	while (document.recordCount <= withHeader && document.readMore()) yield undefined;
	yield document.recordCount > withHeader;
}
