import type { CancellationToken, WorkspaceSymbol } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import * as features from '../../features';
import { type StudentsParams, studentsRequest } from '../../protocol';
import { bothFiles, checkAllToEnd, collectInSlices, staleCheck } from '../staleness';
import { answer, type HandlerContext } from './context';

/** Answers what leads from a student to the rows of the same student, in both files. */
export function registerNavigation(context: HandlerContext): void {
	const { connection, client, checkers, documents } = context;
	connection.onDefinition(({ textDocument, position }, token) =>
		answer(context, textDocument.uri, token, null, async (checker) => {
			if (!features.idAt(checker, position)) return null;
			const { sibling } = await bothFiles(checkers, checker, token);
			const links = features.definition(checker, sibling, position);
			if (!links || client.textDocument?.definition?.linkSupport) return links;
			return links.map(({ targetUri, targetSelectionRange }) => ({
				uri: targetUri,
				range: targetSelectionRange,
			}));
		}),
	);
	connection.onReferences((params, token) =>
		answer(context, params.textDocument.uri, token, null, async (checker) => {
			if (!features.idAt(checker, params.position)) return null;
			const { sibling } = await bothFiles(checkers, checker, token);
			return features.references(checker, sibling, params.position, params.context.includeDeclaration);
		}),
	);
	connection.onDocumentHighlight(({ textDocument, position }, token) =>
		answer(context, textDocument.uri, token, null, async (checker) => {
			if (!features.idAt(checker, position)) return null;
			await checkAllToEnd([checker], staleCheck([checker], token));
			return features.documentHighlights(checker, position);
		}),
	);
	connection.onWorkspaceSymbol(async ({ query }, token) => {
		const symbols: WorkspaceSymbol[] = [];
		const searched = new Set<Checker>();
		for (const { uri } of documents.all()) {
			symbols.push(
				...(await searchRoster(uri, query, features.MAX_SYMBOLS - symbols.length, searched, token)),
			);
		}
		return symbols;
	});
	connection.onRequest(studentsRequest, ({ uri, query }: StudentsParams, token) =>
		searchRoster(uri, query, features.MAX_SYMBOLS, new Set(), token),
	);

	/** The students of a file's roster that a query finds; none where the roster was searched already. */
	function searchRoster(
		uri: string,
		query: string,
		room: number,
		searched: Set<Checker>,
		token: CancellationToken,
	): Promise<WorkspaceSymbol[]> {
		return answer<WorkspaceSymbol[]>(context, uri, token, [], async (checker) => {
			const isRoster = checker.table.role === 'roster';
			const roster = isRoster ? checker : await checkers.siblingOf(checker.document);
			if (!roster || searched.has(roster)) return [];
			searched.add(roster);
			const isStale = staleCheck([roster], token);
			await checkAllToEnd([roster], isStale);
			return room > 0 ? collectInSlices(features.workspaceSymbols(roster, query), room, isStale) : [];
		});
	}
}
