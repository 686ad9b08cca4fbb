import { moveToRoster } from '../../server/src/bulk/moveToRoster';
import { splitFromRoster } from '../../server/src/bulk/splitFromRoster';
import { done, editedText, extension, roster } from './support';

/** The two files after the ext columns are moved to the roster. */
export function moved(rosterText: string, extensionText: string) {
	const one = roster(rosterText);
	const other = extension(extensionText);
	const answer = done(moveToRoster(one, other));
	return {
		...answer,
		rosterText: editedText(one, answer.rosterEdits),
		extensionText: editedText(other, answer.extensionEdits),
	};
}

/** The two files after the ext columns are split from the roster. */
export function split(rosterText: string, extensionText?: string) {
	const one = roster(rosterText);
	const other = extensionText === undefined ? undefined : extension(extensionText);
	const answer = done(splitFromRoster(one, other));
	return {
		...answer,
		rosterText: editedText(one, answer.rosterEdits),
		extensionText: answer.extensionText ?? (other ? editedText(other, answer.extensionEdits) : ''),
	};
}
