import type { CancellationToken, WorkspaceSymbol } from 'vscode-languageserver';
import type { Checker } from '../../check/live/checker';
import * as features from '../../features';
import { type StudentsParams, studentsRequest } from '../../protocol';
import { symbolsIn } from '../shownForms';
import { bothFiles, checkAllToEnd, collectInSlices, staleCheck } from '../staleness';
import { answer, answerUnseen, type HandlerContext } from './context';

/** A search through the rosters of open files. */
interface RosterSearch {
	readonly query: string;
	/** Those that were searched already. */
	readonly searched: Set<Checker>;
	/** Whether the client filters by the name of a symbol. */
	readonly filtered: boolean;
}

/** Answers what leads from a student to the rows of the same student, in both files. */
export function registerNavigation(context: HandlerContext): void {
	const { connection, client, checkers, viewed } = context;
	connection.onDefinition(({ textDocument, position }, token) =>
		answer(context, textDocument.uri, token, null, async (checker) => {
			if (!features.idAt(checker, position)) return null;
			const { sibling } = await bothFiles(checkers, checker, token);
			const links = features.definition(checker, sibling, position);
			if (!links || client.linksDefinitions) return links;
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
		const search = { query, searched, filtered: client.filtersByName };
		for (const uri of viewed.newestFirst())
			symbols.push(...(await searchRoster(uri, search, features.MAX_SYMBOLS - symbols.length, token)));
		return symbolsIn(client.searchKinds, symbols);
	});
	connection.onRequest(studentsRequest, ({ uri, query }: StudentsParams, token) =>
		searchRoster(uri, { query, searched: new Set(), filtered: false }, features.MAX_SYMBOLS, token),
	);

	/** The students of a file's roster that a query finds; none where the roster was searched already. */
	function searchRoster(
		uri: string,
		{ query, searched, filtered }: RosterSearch,
		room: number,
		token: CancellationToken,
	): Promise<WorkspaceSymbol[]> {
		return answerUnseen<WorkspaceSymbol[]>(context, uri, token, [], async (checker) => {
			const isRoster = checker.table.role === 'roster';
			const roster = isRoster ? checker : await checkers.siblingOf(checker.document);
			if (!roster || searched.has(roster)) return [];
			searched.add(roster);
			const isStale = staleCheck([roster], token);
			await checkAllToEnd([roster], isStale);
			return room > 0
				? collectInSlices(features.workspaceSymbols(roster, query, filtered), room, isStale)
				: [];
		});
	}
}
