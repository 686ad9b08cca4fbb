import { SymbolKind } from 'vscode-languageserver-types';
import { foldText, isUnseen } from '../../characters';
import type { Checker } from '../../check/live/checker';
import { rangeOf } from '../../csv/ranges';
import { labelText } from '../../safeText';
import { shown } from '../../wording';
import type { ShownWorkspaceSymbol } from '../shownTypes';
import { findStudents } from '../students/studentSearch';

/** Symbols in one answer: more than a person reads; a longer query finds others. */
export const MAX_SYMBOLS = 100;

/**
 * The students whose ID or name matches a query, each once. Yields undefined between them, where the walk may pause.
 * The name of a symbol includes the ID, since editors filter by the name.
 *
 * @param filtered whether the editor filters by the letters of the name, as VS Code does. Where a query without marks on
 * its letters finds a name with some, the name stands a second time without them.
 */
export function* workspaceSymbols(
	roster: Checker,
	query: string,
	filtered = false,
): Iterable<ShownWorkspaceSymbol | undefined> {
	if (isUnseen(query)) return;
	const lower = query.toLowerCase();
	const plainNames = filtered && foldText(lower) === lower;
	const yielded = new Set<string>();
	for (const student of findStudents(roster, query)) {
		if (!student || yielded.has(student.id)) {
			yield undefined;
			continue;
		}
		yielded.add(student.id);
		const { id, name, grade, place } = student;
		const field = roster.document.fieldsOf(roster.recordOf(place))[roster.layout.keyIndex];
		if (!field) continue;
		const plain = plainNames ? foldText(name) : '';
		const parts = [name, id, ...(plain === name.toLowerCase() ? [] : [plain])];
		yield {
			name: labelText(
				parts
					.filter((part) => part !== '')
					.map((part) => shown(part))
					.join(' · '),
			),
			kind: SymbolKind.Object,
			containerName: labelText(grade === '' ? roster.table.fileName : `grade ${shown(grade)}`),
			location: { uri: roster.document.uri, range: rangeOf(roster, field) },
		};
	}
}
