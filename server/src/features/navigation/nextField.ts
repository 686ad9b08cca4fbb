import type { Range } from 'vscode-languageserver-types';
import type { Checker } from '../../check/live/checker';
import type { CsvDocument, Field } from '../../csv/document';
import { rangeOf } from '../../csv/ranges';
import { FAULTY, QUOTED } from '../../csv/scan';
import { locate } from '../locate';

/** A field by its record and column, both 0-based. */
interface Place {
	readonly record: number;
	readonly column: number;
}

/**
 * The content of the field after the one in which a selection ends, or before the one in which it begins: what is
 * between its quotes, and an empty range where it is empty. Goes over the ends of rows, and reads no row but this one
 * and the next. Undefined at the last and the first field of the file.
 */
export function nextField(checker: Checker, selection: Range, backward: boolean): Range | undefined {
	const { document } = checker;
	const from = fieldOf(checker, selection, backward);
	const next = backward ? previousPlace(document, from) : nextPlace(document, from);
	const field = next && document.fieldsOf(next.record)[next.column];
	return field && rangeOf(checker, content(field));
}

/** The field to count from. A selection that ends before a field, as a whole line does, ends in the one before. */
function fieldOf(checker: Checker, { start, end }: Range, backward: boolean): Place {
	const { document } = checker;
	const last = document.offsetAt(end);
	const isEmpty = last <= document.offsetAt(start);
	return locate(checker, backward ? start : isEmpty ? end : document.positionAt(last - 1));
}

function nextPlace(document: CsvDocument, { record, column }: Place): Place | undefined {
	if (column + 1 < document.fieldsOf(record).length) return { record, column: column + 1 };
	return document.fieldsOf(record + 1).length > 0 ? { record: record + 1, column: 0 } : undefined;
}

function previousPlace(document: CsvDocument, { record, column }: Place): Place | undefined {
	if (column > 0) return { record, column: column - 1 };
	const above = document.fieldsOf(record - 1).length;
	return above > 0 ? { record: record - 1, column: above - 1 } : undefined;
}

/** Where a field's text is without its quotes; a faulty field is all text, as `fieldValue` has it. */
function content({ start, end, flags }: Field): { readonly start: number; readonly end: number } {
	return (flags & QUOTED) !== 0 && !(flags & FAULTY) ? { start: start + 1, end: end - 1 } : { start, end };
}
