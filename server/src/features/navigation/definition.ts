import type { LocationLink, Position } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { rangeOf } from '../../csv/ranges';
import { idAt, placesOf } from '../students/student';

/** From an id to the student's rows in the other file, the first one first; null where it has none. */
export function definition(
	checker: Checker,
	other: Checker | undefined,
	position: Position,
): LocationLink[] | null {
	const id = idAt(checker, position);
	const places = placesOf(other, id?.field.value ?? '');
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
