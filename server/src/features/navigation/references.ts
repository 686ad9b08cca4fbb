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
 * Where the student at a position stands in the two files, this one first. The rows of the file that the other
 * refers to are the declaration.
 */
export function references(
	checker: Checker,
	other: Checker | undefined,
	position: Position,
	includeDeclaration: boolean,
): Location[] | null {
	const id = idAt(checker, position);
	if (!id) return null;
	return [checker, other]
		.filter((file) => includeDeclaration || file?.table.role === 'extension')
		.flatMap((file) => placesOf(file, id.field.value))
		.map(({ checker: file, field }) => ({ uri: file.document.uri, range: rangeOf(file, field) }));
}

/** The rows of the same student in this file. */
export function documentHighlights(checker: Checker, position: Position): DocumentHighlight[] | null {
	const id = idAt(checker, position);
	if (!id) return null;
	return placesOf(checker, id.field.value).map(({ field }) => ({
		range: rangeOf(checker, field),
		kind: DocumentHighlightKind.Text,
	}));
}
