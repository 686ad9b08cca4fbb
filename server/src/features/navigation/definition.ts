import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { rangeOf } from '../../csv/ranges';
import { idAt, placesOf } from '../students/student';

/** Links from an ID to the rows of the student in the other file, in their order; null if there are none. */
export function definition(
	checker: Checker,
	sibling: Checker | undefined,
	position: Position,
): LocationLink[] | null {
	const id = idAt(checker, position);
	const places = placesOf(sibling, id?.field.value ?? '');
	if (!id || places.length === 0) return null;
	return places.map(({ checker: { document }, record, field }) => {
		const fields = document.fieldsOf(record);
		const row = { start: fields[0]?.start ?? field.start, end: fields.at(-1)?.end ?? field.end };
		return {
			originSelectionRange: rangeOf(checker, id.field),
			targetUri: document.uri,
			targetRange: rangeOf({ document }, row),
			targetSelectionRange: rangeOf({ document }, field),
		};
	});
}
