import type { OffsetEdit } from '../../csv/edits/edit';
import { setField } from '../../csv/edits/setField';
import type { Fields } from '../../csv/scan';
import type { Fix } from '../../rules/fix';

/**
 * The edits of a fix inside the text of its record, ascending; undefined where it asks for a field that is not there,
 * or changes more than its record.
 *
 * @param text of the record, with its line break; offsets count from its first unit.
 * @param fields of the record, as offsets into `text`.
 */
export function recordEdits(text: string, fields: Fields, fix: Fix): readonly OffsetEdit[] | undefined {
	const edits: OffsetEdit[] = [];
	for (const step of fix.steps) {
		if (step.kind === 'value') {
			if (step.column >= fields.count) return undefined;
			edits.push(setField(fieldAt(fields, step.column), step.value));
		} else if (step.kind === 'text') edits.push({ start: step.start, end: step.end, text: step.text });
		else if (step.kind === 'delete-record') edits.push({ start: 0, end: text.length, text: '' });
		else return undefined;
	}
	return edits.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** A text after edits, which are ascending and do not overlap. */
export function textAfter(text: string, edits: readonly OffsetEdit[]): string {
	let after = '';
	let at = 0;
	for (const edit of edits) {
		after += text.slice(at, edit.start) + edit.text;
		at = edit.end;
	}
	return after + text.slice(at);
}

/** A 0-based field of a record, as `setField` takes it. */
export function fieldAt(
	{ starts, ends, flags }: Fields,
	column: number,
): { readonly start: number; readonly end: number; readonly flags: number } {
	return {
		start: starts[column] as number,
		end: ends[column] as number,
		flags: flags[column] as number,
	};
}
