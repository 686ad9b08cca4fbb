import { SymbolKind, type WorkspaceSymbol } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { rangeOf } from '../../csv/ranges';
import { findStudents } from '../students/studentSearch';

/** More than anybody reads. */
export const MOST_SYMBOLS = 100;

/**
 * The students that a query means, by id or name, each once; undefined between them, where the walk may rest. The
 * name holds the id too, since editors filter by the name.
 */
export function* workspaceSymbols(roster: Checker, query: string): Iterable<WorkspaceSymbol | undefined> {
	if (query.trim() === '') return;
	const seen = new Set<string>();
	for (const found of findStudents(roster, query)) {
		if (!found || seen.has(found.id)) {
			yield undefined;
			continue;
		}
		seen.add(found.id);
		const { id, name, grade, place } = found;
		const field = roster.document.fieldsOf(roster.recordOf(place))[roster.layout.keyIndex];
		if (!field) continue;
		yield {
			name: name === '' ? id : `${name} · ${id}`,
			kind: SymbolKind.Object,
			containerName: grade === '' ? roster.table.fileName : `grade ${grade}`,
			location: { uri: roster.document.uri, range: rangeOf(roster, field) },
		};
	}
}
