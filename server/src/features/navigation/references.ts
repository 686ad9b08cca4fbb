import {
	type DocumentHighlight,
	DocumentHighlightKind,
	type Location,
	type Position,
} from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { rangeOf } from '../../csv/ranges';
import { idAt, placesOf } from '../students/student';

/**
 * The places of the ID at a position in both files, those of this file first; null if there is no ID. The rows of
 * the roster are the declaration.
 */
export function references(
	checker: Checker,
	sibling: Checker | undefined,
	position: Position,
	includeDeclaration: boolean,
): Location[] | null {
	const id = idAt(checker, position);
	if (!id) return null;
	return [checker, sibling]
		.filter((file) => includeDeclaration || file?.table.role === 'extension')
		.flatMap((file) => placesOf(file, id.field.value))
		.map(({ checker: file, field }) => ({ uri: file.document.uri, range: rangeOf(file, field) }));
}

/** The places of the ID at a position in this file; null if there is no ID. */
export function documentHighlights(checker: Checker, position: Position): DocumentHighlight[] | null {
	const id = idAt(checker, position);
	if (!id) return null;
	return placesOf(checker, id.field.value).map(({ field }) => ({
		range: rangeOf(checker, field),
		kind: DocumentHighlightKind.Text,
	}));
}
