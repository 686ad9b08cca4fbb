import type { CsvDocument } from '../../csv/document';
import type { OffsetEdit } from '../../csv/edits/edit';
import { rowText } from '../../csv/quote';
import { Fields } from '../../csv/scan';
import type { FixStep } from '../../rules/fix';
import { withCommas } from './delimitedRows';

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
	// Starts after the byte order mark: the header may open with a quote.
	const start = document.fieldsOf(0)[0]?.start ?? 0;
	return { start, end: document.length, text: yield* withCommas(document.getText(), start, delimiter) };
}
