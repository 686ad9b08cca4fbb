import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import { fieldText } from '../../csv/quote';
import { rangeOf } from '../../csv/ranges';
import { QUOTED } from '../../csv/scan';
import { locate } from '../locate';
import { nameWithGrade } from '../students/student';
import { findStudents } from '../students/studentSearch';

/** More than anybody reads; who types on gets others. */
export const MOST_STUDENTS = 200;

/** An editor looks no further into what is typed. */
const MOST_FILTERED = 128;

/** Whether what is typed at a position shall be the id of a student of the other file. */
export function takesStudent(checker: Checker, position: Position): boolean {
	const { record, column, field, offset } = locate(checker, position);
	const { start, end } = rangeOf(checker, field);
	const isKey = checker.table.role === 'extension' && column === checker.layout.keyIndex;
	return isKey && record > 0 && offset >= field.start && start.line === end.line;
}

/**
 * The students of the roster that are in no other row of the file, by what is typed of an id or a name; undefined
 * between them, where the walk may rest. Each replaces the whole field.
 */
export function* studentCompletion(
	checker: Checker,
	roster: Checker,
	position: Position,
): Iterable<CompletionItem | undefined> {
	const { record, field, offset } = locate(checker, position);
	const typed = checker.document.slice(field.start, offset);
	const range = rangeOf(checker, field);
	const seen = new Set<string>();
	for (const found of findStudents(roster, typed.replaceAll('"', ''))) {
		if (!found || seen.has(found.id) || isInAnotherRow(checker, found.id, record)) {
			yield undefined;
			continue;
		}
		seen.add(found.id);
		const who = nameWithGrade(found);
		yield {
			label: found.id,
			labelDetails: { description: who },
			kind: CompletionItemKind.Reference,
			detail: who,
			sortText: String(seen.size).padStart(4, '0'),
			// Chosen here by what is typed: the editor shall show them all, in this order.
			filterText: typed === '' ? found.id : typed.slice(0, MOST_FILTERED),
			textEdit: { range, newText: fieldText(found.id, (field.flags & QUOTED) !== 0) },
		};
	}
}

function isInAnotherRow(checker: Checker, id: string, record: number): boolean {
	for (const place of checker.placesOf(id)) if (checker.recordOf(place) !== record) return true;
	return false;
}
