import type { Position } from 'vscode-languageserver-types';
import type { Checker } from '../check/live/checker';
import type { CsvDocument, Field } from '../csv/document';
import type { Column } from '../rules/layout';

/** What is at a position. */
export interface Located {
	/** 0-based; the header is record 0. */
	readonly record: number;
	/** 0-based. */
	readonly column: number;
	/** The field, with offsets into the text; an empty one where a new row has none yet. */
	readonly field: Field;
	/** All fields of the record. */
	readonly fields: readonly Field[];
	/** The column as the header declares it; undefined in a field beyond the header. */
	readonly declared: Column | undefined;
	/** The offset of the position, in UTF-16 units. */
	readonly offset: number;
}

/** Finds the record, the field and the column at a position. */
export function locate(
	{ document, layout }: Pick<Checker, 'document' | 'layout'>,
	position: Position,
): Located {
	const offset = document.offsetAt(position);
	const record = isNewRow(document, offset) ? document.recordCount : document.recordAt(offset);
	const fields = document.fieldsOf(record);
	const index = fields.findIndex(({ end }) => offset <= end);
	const column = index < 0 ? Math.max(0, fields.length - 1) : index;
	const field = fields[column] ?? { start: offset, end: offset, flags: 0, value: '' };
	return { record: Math.max(0, record), column, field, fields, declared: layout.columns[column], offset };
}

/** Whether an offset is after the last line break of the file, where there is no record yet. */
function isNewRow(document: CsvDocument, offset: number): boolean {
	if (offset < document.length) return false;
	document.readAll();
	const last = document.recordCount - 1;
	if (last < 0) return true;
	const end = document.fieldsOf(last).at(-1)?.end ?? 0;
	return end < document.length;
}
