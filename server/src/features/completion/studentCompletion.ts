import { CompletionItemKind, type Position } from 'vscode-languageserver-types';
import { foldText, withoutZeros } from '../../characters';
import type { Checker } from '../../check/live/checker';
import { fieldText } from '../../csv/quote';
import { rangeOf } from '../../csv/ranges';
import { QUOTED } from '../../csv/scan';
import { labelText } from '../../safeText';
import { shown } from '../../wording';
import { locate } from '../locate';
import type { ShownCompletion } from '../shownTypes';
import { nameWithGrade } from '../students/student';
import { type FoundStudent, findStudents } from '../students/studentSearch';
import { MAX_FILTER_TEXT, type Offered } from './filterText';

/** Students in one answer: more than a person reads; a longer text finds others. */
export const MAX_STUDENTS = 200;

/** Whether a position is in a field, on one line, for the ID of a student of the roster. */
export function takesStudent(checker: Checker, position: Position): boolean {
	const { record, column, field, offset } = locate(checker, position);
	const { start, end } = rangeOf(checker, field);
	const isKey = checker.table.role === 'extension' && column === checker.layout.keyIndex;
	return isKey && record > 0 && offset >= field.start && start.line === end.line;
}

/**
 * The students of the roster that are in no other row of the file and match the text before the cursor, by ID or name.
 * Each item replaces the whole field. Yields undefined between them, where the walk may pause.
 */
export function* studentCompletion(
	checker: Checker,
	roster: Checker,
	position: Position,
	offered: Offered,
): Iterable<ShownCompletion | undefined> {
	const { record, field, offset } = locate(checker, position);
	const typed = checker.document.slice(field.start, offset);
	const range = rangeOf(checker, field);
	const listed = new Set<string>();
	for (const student of findStudents(roster, typed.replaceAll('"', ''))) {
		if (!student || listed.has(student.id) || isInAnotherRow(checker, student.id, record)) {
			yield undefined;
			continue;
		}
		listed.add(student.id);
		const description = labelText(shown(nameWithGrade(student)));
		yield {
			label: labelText(shown(student.id)),
			labelDetails: { description },
			kind: CompletionItemKind.Reference,
			detail: description,
			sortText: String(listed.size).padStart(4, '0'),
			filterText: offered === 'all' ? shownAnyway(student, typed) : filterTextOf(student, typed),
			textEdit: { range, newText: fieldText(student.id, (field.flags & QUOTED) !== 0) },
		};
	}
}

/** The items match the typed text already: an editor that looks at it is to show all, in this order. */
function shownAnyway({ id }: FoundStudent, typed: string): string {
	return typed === '' ? id : typed.slice(0, MAX_FILTER_TEXT);
}

/** Begins with the typed text, and goes on as the ID or the word of the name does that it begins. */
function filterTextOf({ id, name }: FoundStudent, typed: string): string {
	const bare = foldText(typed.replace(/^\s*"?/, ''));
	const last = /[\p{L}\p{M}\p{N}]*$/u.exec(bare)?.[0] ?? '';
	const begun = [bare, last]
		.flatMap((part) =>
			[id, withoutZeros(id), ...name.split(/[^\p{L}\p{M}\p{N}]+/u)].map((word) => ({ part, word })),
		)
		.find(({ part, word }) => foldText(word).startsWith(part));
	const rest = begun ? foldText(begun.word).slice(begun.part.length) : '';
	return `${typed}${rest} ${id} ${name}`;
}

function isInAnotherRow(checker: Checker, id: string, record: number): boolean {
	for (const place of checker.placesOf(id)) if (checker.recordOf(place) !== record) return true;
	return false;
}
