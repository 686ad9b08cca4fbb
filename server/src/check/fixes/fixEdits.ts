import type { TextEdit } from 'vscode-languageserver-types';
import type { CsvDocument } from '../../csv/document';
import type { OffsetEdit } from '../../csv/edits/edit';
import { fieldText, fieldValue } from '../../csv/quote';
import { rangeOf } from '../../csv/ranges';
import { FAULTY, Fields, QUOTED, RecordReader } from '../../csv/scan';
import type { Fix, FixStep } from '../../rules/fix';
import type { Layout } from '../../rules/layout';
import type { Problem } from '../../rules/rule';
import type { Row } from '../../rules/views';
import type { StudentLookup } from '../dataset/studentLookup';
import type { Finding } from '../finding';

/** A file as its fixes see it. */
export interface FixedFile {
	readonly document: CsvDocument;
	readonly layout: Layout;
	/** The students that its rows are compared with. */
	readonly roster?: StudentLookup | undefined;
}

/** The fixes of a finding, the preferred one first. */
export function fixesOf(file: FixedFile, finding: Finding): readonly Fix[] {
	return fixesFor(finding.problem, rowOf(file, finding.record));
}

/** The fixes of a problem in a row, the preferred one first. */
export function fixesFor(problem: Problem, row: Row): readonly Fix[] {
	return [...(problem.fixes?.(row) ?? [])].sort(
		(a, b) => Number(b.preferred ?? false) - Number(a.preferred ?? false),
	);
}

/** The fix that "fix all" applies, where the finding has one. */
export function preferredFixOf(file: FixedFile, finding: Finding): Fix | undefined {
	return fixesOf(file, finding).find((fix) => fix.preferred);
}

/** The edits of a fix, ascending. They touch the fields they mend and nothing else. */
export function offsetEditsOf(document: CsvDocument, record: number, fix: Fix): readonly OffsetEdit[] {
	return fix.steps.flatMap((step) => editsOfStep(document, record, step)).sort((a, b) => a.start - b.start);
}

export function toTextEdits(document: CsvDocument, edits: readonly OffsetEdit[]): TextEdit[] {
	return edits.map((edit) => ({ range: rangeOf({ document }, edit), newText: edit.text }));
}

/** Edits in the order of the text and apart from each other; of two that touch the same text the first stays. */
export function apart(edits: readonly OffsetEdit[]): {
	readonly edits: readonly OffsetEdit[];
	/** Whether one had to go. */
	readonly dropped: boolean;
} {
	const kept: OffsetEdit[] = [];
	for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
		const last = kept.at(-1);
		const meets = last && (edit.start < last.end || (edit.start === last.start && edit.end === last.end));
		if (!meets) kept.push(edit);
	}
	return { edits: kept, dropped: kept.length < edits.length };
}

/** Puts a value into a field: quoted only where it must be or was. */
export function setField(
	field: { readonly start: number; readonly end: number; readonly flags: number },
	value: string,
): OffsetEdit {
	const wasQuoted = (field.flags & QUOTED) !== 0 && !(field.flags & FAULTY);
	return { start: field.start, end: field.end, text: fieldText(value, wasQuoted) };
}

function rowOf({ document, layout, roster }: FixedFile, record: number): Row {
	const fields = document.fieldsOf(record);
	return {
		layout,
		value: (column) =>
			layout.indexOf(column) < 0 ? undefined : (fields[layout.indexOf(column)]?.value ?? ''),
		column: (column) => layout.indexOf(column),
		isStudent: (id) => (roster?.rowsOf(id).length ?? 0) > 0,
	};
}

function editsOfStep(document: CsvDocument, record: number, step: FixStep): readonly OffsetEdit[] {
	if (step.kind === 'append-columns') return appendColumns(document, step.headers);
	if (step.kind === 'comma-delimiter') return [changeDelimiter(document, step.delimiter)];
	const { start, end } = document.recordSpan(record);
	if (step.kind === 'delete-record') return [deleteRecord(document, record, start, end)];
	if (step.kind === 'text') return [{ start: start + step.start, end: start + step.end, text: step.text }];
	const field = document.fieldsOf(record)[step.column];
	return field ? [setField(field, step.value)] : [];
}

/** The last row of a file without a last line break takes the break before it along. */
function deleteRecord(document: CsvDocument, record: number, start: number, end: number): OffsetEdit {
	const contentEnd = document.fieldsOf(record).at(-1)?.end ?? end;
	if (contentEnd < end || record === 0) return { start, end, text: '' };
	const before = document.fieldsOf(record - 1).at(-1)?.end ?? start;
	return { start: before, end, text: '' };
}

function appendColumns(document: CsvDocument, headers: readonly string[]): OffsetEdit[] {
	document.readAll();
	const edits: OffsetEdit[] = [];
	const fields = new Fields();
	document.blocks.forEach((block, index) => {
		const offset = document.firstOffsetOf(index);
		block.starts.forEach((start, record) => {
			block.readRecord(record, fields);
			const isHeader = index === 0 && record === 0;
			if (fields.end === start && !isHeader) return;
			const text = isHeader
				? `,${headers.map((header) => fieldText(header)).join(',')}`
				: ','.repeat(headers.length);
			edits.push({ start: offset + fields.end, end: offset + fields.end, text });
		});
	});
	return edits;
}

function changeDelimiter(document: CsvDocument, delimiter: string): OffsetEdit {
	const text = document.getText();
	const fields = new Fields();
	const reader = new RecordReader({ delimiter });
	let changed = '';
	// Not the byte order mark: the header may open with a quote behind it.
	const from = document.fieldsOf(0)[0]?.start ?? 0;
	for (let at = from; at < text.length; ) {
		const next = reader.read(text, at, fields);
		for (let column = 0; column < fields.count; column++) {
			const raw = text.slice(fields.starts[column], fields.ends[column]);
			const flags = fields.flags[column] as number;
			changed += (column > 0 ? ',' : '') + fieldText(fieldValue(raw, flags), (flags & QUOTED) !== 0);
		}
		changed += text.slice(fields.end, next);
		at = next;
	}
	return { start: from, end: text.length, text: changed };
}
