import type { CsvDocument } from '../../csv/document';
import type { OffsetEdit } from '../../csv/edits/edit';
import { fieldText, fieldValue, rowText } from '../../csv/quote';
import { Fields, QUOTED, RecordReader } from '../../csv/scan';
import type { FixStep } from '../../rules/fix';

/** Records between two yields. */
const RECORDS_PER_STEP = 64;

/** The edits of a step that changes every record of a file, ascending; none for any other step. Reads the whole file. */
export function* wholeFileEdits(
	document: CsvDocument,
	step: FixStep,
): Generator<void, readonly OffsetEdit[]> {
	while (document.readMore()) yield;
	if (step.kind === 'append-columns') return yield* appendColumns(document, step.headers);
	if (step.kind === 'comma-delimiter') return [yield* changeDelimiter(document, step.delimiter)];
	return [];
}

/** The edits that add columns at the end of every row, empty below their headers; ascending. */
function* appendColumns(
	document: CsvDocument,
	headers: readonly string[],
): Generator<void, readonly OffsetEdit[]> {
	const edits: OffsetEdit[] = [];
	const fields = new Fields();
	for (const [index, block] of document.blocks.entries()) {
		const offset = document.firstOffsetOf(index);
		block.starts.forEach((start, record) => {
			block.readRecord(record, fields);
			const isHeader = index === 0 && record === 0;
			const isEmptyLine = fields.end === start;
			if (isEmptyLine && !isHeader) return;
			const text = isHeader ? `,${rowText(headers)}` : ','.repeat(headers.length);
			edits.push({ start: offset + fields.end, end: offset + fields.end, text });
		});
		yield;
	}
	return edits;
}

/** The edit that rewrites a file with another delimiter, one UTF-16 unit long, as one with commas. */
function* changeDelimiter(document: CsvDocument, delimiter: string): Generator<void, OffsetEdit> {
	const text = document.getText();
	const fields = new Fields();
	const reader = new RecordReader({ delimiter });
	const parts: string[] = [];
	// Starts after the byte order mark: the header may open with a quote.
	const from = document.fieldsOf(0)[0]?.start ?? 0;
	for (let at = from, record = 0; at < text.length; record++) {
		const next = reader.read(text, at, fields);
		for (let column = 0; column < fields.count; column++) {
			const raw = text.slice(fields.starts[column], fields.ends[column]);
			const flags = fields.flags[column] as number;
			parts.push(column > 0 ? ',' : '', fieldText(fieldValue(raw, flags), (flags & QUOTED) !== 0));
		}
		parts.push(text.slice(fields.end, next));
		at = next;
		if (record % RECORDS_PER_STEP === 0) yield;
	}
	return { start: from, end: text.length, text: parts.join('') };
}
